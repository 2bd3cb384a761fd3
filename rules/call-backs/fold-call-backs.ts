import type { Instant } from '../../calls/call-event.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { CallBackOutcome } from '../../contract/pack/call-back-outcome.ts';
import { foldableEvents } from '../../contract/team/event-order.ts';
import type { CallBackEvent, TeamEvent } from '../../contract/team/team-event.ts';

export interface CallBackAttempt {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: CallBackOutcome;
  readonly remarks: string;
}

export type CallBackState =
  | { readonly state: 'open' }
  | { readonly state: 'done'; readonly at: Instant; readonly outcome: CallBackOutcome }
  | { readonly state: 'dropped'; readonly at: Instant; readonly reason: string };

/** A call that was promised to a customer (handbook §5). */
export interface CallBack {
  readonly id: string;
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly matter: string;
  readonly vip: boolean;
  readonly order: string | null;
  /** The note of the call in which it was promised. */
  readonly note: string | null;
  /** Number of the agent who is to make it; null: whoever has time. */
  readonly assignedTo: string | null;
  /** The list with which a lead handed it out. */
  readonly list: string | null;
  readonly plannedAt: Instant;
  readonly plannedBy: string;
  /** Of the next attempt. */
  readonly dueAt: Instant;
  /** The customer named that time. */
  readonly agreed: boolean;
  /** The time of the first attempt, as it was when it was made, or as it is now. */
  readonly first: { readonly dueAt: Instant; readonly agreed: boolean };
  readonly attempts: readonly CallBackAttempt[];
  readonly state: CallBackState;
}

export interface CallBackFold {
  /** In the order in which they were planned. */
  readonly callBacks: readonly CallBack[];
  /** Events that could not happen as things stood, and changed nothing. */
  readonly impossible: readonly { readonly event: string; readonly why: string }[];
}

/** All call-backs of a team. A VIP's is never dropped, and not given up when nobody answers. */
export function foldCallBacks(given: readonly TeamEvent[]): CallBackFold {
  const events = foldableEvents(given);
  const callBacks = new Map<string, CallBack>();
  const impossible: { event: string; why: string }[] = [];
  for (const event of events) {
    if (!isCallBackEvent(event)) continue;
    const result = apply(callBacks.get(event.subject), event);
    if (typeof result === 'string') impossible.push({ event: event.id, why: result });
    else callBacks.set(event.subject, result);
  }
  return { callBacks: [...callBacks.values()], impossible };
}

function isCallBackEvent(event: TeamEvent): event is CallBackEvent {
  return event.type.startsWith('call-back-');
}

function apply(before: CallBack | undefined, event: CallBackEvent): CallBack | string {
  if (event.type === 'call-back-planned') return before === undefined ? planned(event) : 'planned twice';
  if (before === undefined) return `${event.type} of a call-back that was never planned`;
  if (before.state.state !== 'open') return `${event.type} of one that is ${before.state.state}`;
  switch (event.type) {
    case 'call-back-tried':
      return tried(before, event);
    case 'call-back-moved':
      return moved(before, event.dueAt, event.agreed);
    case 'call-back-assigned':
      return { ...before, assignedTo: event.to };
    case 'call-back-dropped':
      if (before.vip) return 'a VIP always gets the call';
      return { ...before, state: { state: 'dropped', at: event.at, reason: event.reason } };
  }
}

function planned(event: CallBackEvent & { type: 'call-back-planned' }): CallBack {
  const { subject, number, surname, title, matter, vip, order, note = null, at, by, dueAt, agreed } = event;
  return {
    ...{ id: subject, number, surname, title, matter, vip, order, note, dueAt, agreed },
    assignedTo: event.assignedTo ?? null,
    list: event.list ?? null,
    plannedAt: at,
    plannedBy: by,
    attempts: [],
    first: { dueAt, agreed },
    state: { state: 'open' },
  };
}

function moved(before: CallBack, dueAt: Instant, agreed: boolean): CallBack {
  const first = before.attempts.length === 0 ? { dueAt, agreed } : before.first;
  return { ...before, dueAt, agreed, first };
}

function tried(before: CallBack, event: CallBackEvent & { type: 'call-back-tried' }): CallBack {
  const { at, by, outcome, remarks, nextAt } = event;
  const attempts = [...before.attempts, { at, by, outcome, remarks }];
  const reached = outcome === 'satisfied' || outcome === 'not-satisfied';
  if (reached || (nextAt === null && !before.vip)) {
    return { ...before, attempts, state: { state: 'done', at, outcome } };
  }
  const agreed = outcome === 'asked-for-later' && nextAt !== null;
  return { ...before, attempts, dueAt: nextAt ?? before.dueAt, agreed };
}
