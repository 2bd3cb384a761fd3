import type { TeamEvent } from './team-event.ts';

/**
 * The order of a team's events, for `sort`: by the server's `seq`. Events that are not synced yet
 * come last, by time and id; their place is provisional.
 */
export function orderEvents(a: TeamEvent, b: TeamEvent): number {
  if (a.seq !== undefined && b.seq !== undefined) return a.seq - b.seq;
  if (a.seq !== undefined) return -1;
  if (b.seq !== undefined) return 1;
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * When an event happened: the device's time, corrected by its known distance to the server's clock.
 * It cannot be later than the server's receipt.
 */
export function effectiveTime({ at, offset, receivedAt }: TeamEvent): number {
  return Math.min(at + (offset ?? 0), receivedAt ?? Number.POSITIVE_INFINITY);
}

/** The newest `seq` among `events`; 0 for none. */
export function newestSeq(events: readonly TeamEvent[]): number {
  return events.reduce((newest, { seq = 0 }) => Math.max(newest, seq), 0);
}

/**
 * The events that folds go through: in their order, each at its effective time. The first event of
 * a subject owns it: an event of another matter that names the same subject is left out. Shift
 * events are excepted, because their subject is an agent.
 */
export function foldableEvents(events: readonly TeamEvent[]): readonly TeamEvent[] {
  const owners = new Map<string, string>();
  return inOrder(events).flatMap((event) => {
    if (event.type !== 'shift-changed') {
      const matter = matterOf(event.type);
      const owner = owners.get(event.subject) ?? matter;
      owners.set(event.subject, owner);
      if (owner !== matter) return [];
    }
    const at = effectiveTime(event);
    return [at === event.at ? event : { ...event, at }];
  });
}

/** `work-order-moved` is about a work order. */
function matterOf(type: TeamEvent['type']): string {
  const [matter = type] = /^(work-order|call-back|follow-up|warning|number|handover|notice)/.exec(type) ?? [];
  return matter;
}

/** A page keeps its events sorted; sorting them again would cost more than all the rest. */
function inOrder(events: readonly TeamEvent[]): readonly TeamEvent[] {
  const isSorted = events.every((event, place) => {
    const before = events[place - 1];
    return before === undefined || orderEvents(before, event) <= 0;
  });
  return isSorted ? events : [...events].sort(orderEvents);
}
