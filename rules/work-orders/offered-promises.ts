import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { Zone } from '../time/zone-offset.ts';
import { keptPromise, promiseEnd } from './kept-promise.ts';
import { nextOpening, timeLimitEnd } from './time-limit-end.ts';

export type PromiseBy = NonNullable<Extract<WorkOrderEvent, { type: 'work-order-opened' }>['promise']>['by'];

/**
 * An answer that can be promised, with its time. `amount`: minutes, hours or working days, by its
 * kind.
 */
export interface OfferedPromise {
  readonly by: Exclude<PromiseBy, 'agreed'>;
  readonly amount: number;
  readonly dueAt: Instant;
}

/**
 * Handbook §4.3: 10 minutes, 2 hours, 24 hours, working days, the next shift. A time agreed with
 * the caller is typed. A promise that nobody at work could keep is not offered.
 */
export function offeredPromises(pack: Pack, now: Instant, utcOffsetMinutes: Zone): readonly OfferedPromise[] {
  const { settings, workOrders, calendar } = pack;
  const place = { calendar, utcOffsetMinutes };
  const { supervisorMinutes, simpleHours, complexHours } = settings.answerPromises;
  const lengths = [
    { by: 'supervisor', amount: supervisorMinutes },
    { by: 'simple', amount: simpleHours },
    { by: 'complex', amount: complexHours },
  ] as const;
  return [
    ...lengths
      .filter(({ by }) => keptPromise(by, now, pack, utcOffsetMinutes) === by)
      .map(
        (one): OfferedPromise => ({
          ...one,
          dueAt: promiseEnd(one.by, now, pack, utcOffsetMinutes) ?? now,
        }),
      ),
    ...workOrders.promisesInWorkingDays.map((amount): OfferedPromise => {
      const dueAt = timeLimitEnd({ unit: 'working-d', count: amount }, now, place);
      return { by: 'working-days', amount, dueAt };
    }),
    { by: 'next-shift', amount: 0, dueAt: nextOpening(now, place) },
  ];
}
