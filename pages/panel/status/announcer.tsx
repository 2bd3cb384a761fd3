import './announcer.css';

export interface Announcement {
  /** Read after the present sentence. */
  readonly polite: string;
  /** Interrupts. Only for a ring while no call is active. */
  readonly urgent: string;
}

/**
 * Two live regions that exist from the first paint. A region that appears together with its text is
 * not read.
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
