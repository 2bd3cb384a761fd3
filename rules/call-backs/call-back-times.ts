import type { Instant } from '../../calls/call-event.ts';
import type { PackSettings } from '../../contract/pack/pack.ts';
import { nextTimeAt } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';
import { quietHours } from './quiet-hours.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the floor says of call-backs. */
export type CallBackSettings = Pick<PackSettings, 'callBackQuietHours' | 'callBackWithinDays'>;

export type CallBackTimeProblem =
  | { readonly why: 'past' }
  | { readonly why: 'rest'; readonly until: Instant }
  /** Later than the floor allows, and the customer did not name the time. */
  | { readonly why: 'too-late'; readonly latest: Instant };

/** What speaks against calling back at `dueAt`; null for nothing (handbook §5.2). */
export function callBackTimeProblem(
  wanted: { readonly dueAt: Instant; readonly agreed: boolean },
  settings: CallBackSettings,
  now: Instant,
  utcOffsetMinutes: Zone,
): CallBackTimeProblem | null {
  if (wanted.dueAt <= now) return { why: 'past' };
  // Rest hours bind only what nobody agreed.
  if (wanted.agreed) return null;
  const rest = quietHours(settings, wanted.dueAt, utcOffsetMinutes);
  if (rest.quiet) return { why: 'rest', until: rest.until };
  const latest = now + settings.callBackWithinDays * DAY_MS;
  return wanted.dueAt > latest ? { why: 'too-late', latest } : null;
}

/**
 * Times offered at a press: in an hour, in the afternoon, tomorrow morning and afternoon; none in
 * a rest, no two close together.
 */
export function offeredTimes(
  settings: CallBackSettings,
  now: Instant,
  utcOffsetMinutes: Zone,
): readonly Instant[] {
  const afternoon = nextTimeAt('15:00', now, utcOffsetMinutes);
  const morning = nextTimeAt('10:00', now, utcOffsetMinutes);
  const dayAfter = nextTimeAt('10:00', morning, utcOffsetMinutes);
  const offered = [now + HOUR_MS, afternoon, morning, dayAfter]
    .map((at) => outOfRest(settings, wholeMinutes(at), utcOffsetMinutes))
    .sort((a, b) => a - b);
  return offered.filter((at, n) => n === 0 || at - (offered[n - 1] ?? 0) >= HOUR_MS / 2);
}

/** The same time, or the first after the customers' rest. */
export function outOfRest(settings: CallBackSettings, at: Instant, utcOffsetMinutes: Zone): Instant {
  const rest = quietHours(settings, at, utcOffsetMinutes);
  return rest.quiet ? rest.until : at;
}

/** Up to the next five minutes: nobody promises 15:07. */
function wholeMinutes(at: Instant): Instant {
  const step = 5 * 60_000;
  return Math.ceil(at / step) * step;
}
