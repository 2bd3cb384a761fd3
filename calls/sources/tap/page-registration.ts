import type { Instant } from '../../call-event.ts';
import type { Registration } from '../../fold-phone.ts';
import { TAP_LIMITS } from './tap-limits.ts';

interface PageState {
  readonly openedAt: Instant;
  readonly carriesSip: boolean;
  /** Null until the page's registrar answers. */
  readonly isRegistered: boolean | null;
}

/** Whether calls can reach one of the pages, and if not, what the agent can do. */
export function pageRegistration(
  pages: readonly PageState[],
  before: Registration,
  now: Instant,
): Registration {
  if (pages.some(({ isRegistered }) => isRegistered === true)) {
    return before.state === 'registered' ? before : { state: 'registered', since: now };
  }
  const cause = causeOf(pages, now);
  if (cause === null) return { state: 'never' };
  return before.state === 'lost' && before.cause === cause ? before : { state: 'lost', since: now, cause };
}

function causeOf(pages: readonly PageState[], now: Instant) {
  if (pages.length === 0) return 'page-closed';
  if (pages.some(({ isRegistered }) => isRegistered === false)) return 'page-not-registered';
  if (pages.some(({ carriesSip }) => carriesSip)) return null;
  const isSilent = pages.some(({ openedAt }) => now - openedAt >= TAP_LIMITS.silentAfterMs);
  return isSilent ? 'page-silent' : null;
}
