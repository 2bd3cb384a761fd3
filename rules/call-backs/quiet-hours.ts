import type { Instant } from '../../calls/call-event.ts';
import type { PackSettings } from '../../contract/pack/pack.ts';
import { isWithin, localTime, nextTimeAt } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';

export type QuietHours =
  | { readonly quiet: false }
  /** Customers rest now; `until`: when the first call-back may be made again. */
  | { readonly quiet: true; readonly until: Instant };

/**
 * No call-back is made in the customer's rest hours (handbook §5). Adjoining spans are taken
 * together.
 */
export function quietHours(
  settings: Pick<PackSettings, 'callBackQuietHours'>,
  now: Instant,
  utcOffsetMinutes: Zone,
): QuietHours {
  let until = now;
  for (let count = 0; count <= settings.callBackQuietHours.length; count += 1) {
    const { minuteOfDay } = localTime(until, utcOffsetMinutes);
    const span = settings.callBackQuietHours.find((candidate) => isWithin(minuteOfDay, candidate));
    if (span === undefined) break;
    until = nextTimeAt(span.to, until, utcOffsetMinutes);
  }
  return until === now ? { quiet: false } : { quiet: true, until };
}
