import './announcer.css';

export interface Announcement {
  /** Waits until the reader is done with its sentence. */
  readonly polite: string;
  /** Interrupts. Only for a call that rings while the agent talks to nobody. */
  readonly urgent: string;
}

/**
 * Two live regions that are on the page from the first paint; a region that arrives together with its text is not read.
 * Only their text changes.
 */
export function Announcer({ polite, urgent }: Announcement) {
  return (
    <div class="announcer">
      <p role="status" aria-live="polite">
        {polite}
      </p>
      <p role="alert" aria-live="assertive">
        {urgent}
      </p>
    </div>
  );
}
