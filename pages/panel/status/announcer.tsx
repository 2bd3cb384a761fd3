import { useRef } from 'preact/hooks';
import type { AnnouncedLines } from './announcement.ts';
import { NOTHING_SAID, type Said, sayNew } from './say-new.ts';
import './announcer.css';

/**
 * Two live regions that exist from the first paint. A region that appears together with its text is
 * not read.
 */
export function Announcer({ polite, urgent }: AnnouncedLines) {
  return (
    <div class="announcer">
      <p role="status" aria-live="polite">
        {useNew(polite)}
      </p>
      <p role="alert" aria-live="assertive">
        {useNew(urgent)}
      </p>
    </div>
  );
}

function useNew(lines: readonly string[]): string {
  const said = useRef<Said>(NOTHING_SAID);
  said.current = sayNew(said.current, lines);
  return said.current.text;
}
