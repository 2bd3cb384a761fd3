import { foldableEvents } from '../../contract/team/event-order.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { followUpKey, type PendingFollowUp } from './pending-follow-up.ts';

/** As it was recorded: with the device's distance to the server's clock then, ms. */
export type RecordedFollowUp = PendingFollowUp & { readonly offset: number | null };

/** The follow-ups of a team's calls. */
export interface FollowUps {
  /** By key; the first event of a key counts. */
  readonly left: ReadonlyMap<string, RecordedFollowUp>;
  /** Keys of those that will not be done. */
  readonly dropped: ReadonlySet<string>;
}

export function foldFollowUps(events: readonly TeamEvent[]): FollowUps {
  const left = new Map<string, RecordedFollowUp>();
  const dropped = new Set<string>();
  for (const event of foldableEvents(events)) {
    if (event.type === 'follow-up-dropped') dropped.add(followUpKey(event));
    if (event.type !== 'follow-up-left' || left.has(followUpKey(event))) continue;
    const { call, what, category, kind, due, number, surname, title, note } = event;
    const { calledAt, saidAt, dueAt, by, fields, offset } = event;
    left.set(followUpKey(event), {
      ...{ call, what, category, kind, due, number, surname, title, note },
      ...{ calledAt, saidAt, dueAt, by, fields, offset },
    });
  }
  return { left, dropped };
}
