import type { Call } from '../../calls/call.ts';
import type { HostEvent } from '../../calls/host-event.ts';
import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { callBacksOf } from '../../rules/call-backs/due-call-backs.ts';
import { type CallBack, foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { type KnownCaller, knownCaller } from '../../rules/spoken/known-caller.ts';
import { foldWarnings, warningsOf } from '../../rules/warnings/fold-warnings.ts';
import { orderEventsOfNumber } from '../../rules/work-orders/events-of-number.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { openOrders } from '../../rules/work-orders/open-orders.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import { orderStatusOf } from '../../rules/work-orders/status-of-number.ts';
import { notesOfNumber } from '../../storage/notes/note-list.ts';
import type { NoteStore } from '../../storage/notes/note-store.ts';

interface Known {
  readonly notes: NoteStore;
  /** The team's events as far as they can be read. */
  readonly team: readonly TeamEvent[];
  readonly rules: OrderRules;
}

/**
 * What earlier notes and team events say of the number, as an event: so a replay needs no look-up.
 * Null if nothing is known, or the number is withheld. For an outbound call only promises matter.
 */
export async function recogniseNumber(known: Known, call: Call, at: number): Promise<HostEvent | null> {
  const { number } = call.remoteParty;
  const { callBacks } = foldCallBacks(known.team);
  const open = openOrders(
    foldWorkOrders(orderEventsOfNumber(known.team, number), known.rules),
    at,
    known.rules,
  );
  const orders = orderStatusOf(open, number);
  const promises: PromisedCall[] = [
    ...callBacksOf(callBacks, number).map(({ order }) => (order === null ? 'call-back' : 'promised-answer')),
    ...orders.promises,
  ];
  const as =
    call.direction === 'outbound' ? [] : [...(await statusesOf(known, callBacks, call)), ...orders.as];
  if (as.length + promises.length === 0) return null;
  return { type: 'number-recognised', call: call.id, at, as, promises: [...new Set(promises)] };
}

/** Who calls, by the open orders and call-backs of the number and this computer's notes. */
export async function nameOfCaller(known: Known, call: Call, at: number): Promise<KnownCaller | null> {
  const { number } = call.remoteParty;
  if (call.direction === 'outbound') return null;
  const { callBacks } = foldCallBacks(known.team);
  const state = foldWorkOrders(orderEventsOfNumber(known.team, number), known.rules);
  const orders = openOrders(state, at, known.rules).map(({ order }) => order);
  const { notes } = await notesOfNumber(known.notes, number);
  return knownCaller(orders, callBacksOf(callBacks, number), notes);
}

async function statusesOf(
  { notes, team }: Known,
  callBacks: readonly CallBack[],
  call: Call,
): Promise<readonly NumberStatus[]> {
  const { number } = call.remoteParty;
  const { notes: found } = await notesOfNumber(notes, number);
  const earlier = found.filter(({ contact }) => contact.kind !== 'call' || contact.call !== call.id);
  const as: NumberStatus[] = [];
  if (warningsOf(foldWarnings(team), number).length > 0) as.push('harassment');
  if (isVip(callBacks, number)) as.push('vip');
  if (earlier.length > 0) as.push('called-before');
  return as;
}

/** A call-back that was planned for a VIP makes the number a VIP's. */
function isVip(callBacks: readonly CallBack[], number: string): boolean {
  const form = numberForm(number);
  return form !== null && callBacks.some(({ vip, number }) => vip && numberForm(number) === form);
}
