import type { Call, EndedCall } from '../../../calls/call.ts';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import { type CadenceCountry, RING_CADENCES, ringLength } from '../../../contract/pack/ring-cadence.ts';
import type { CallMarks } from '../../../rules/call/call-marks.ts';
import { ringAt } from '../../../rules/ring/ring-timer.ts';
import type { RingView } from '../script/script-view.ts';
import type { CallerView, HistoryView, OtherCallView } from './call-view.ts';

export type LiveCall = Exclude<Call, EndedCall>;

/** The call on screen: the active one, else the ringing one, else the one on hold. */
export function callOnScreen(live: readonly LiveCall[], active: LiveCall | undefined): LiveCall | undefined {
  return active ?? live.find(({ state }) => state === 'ringing') ?? live.at(-1);
}

export function callerView(
  call: Call,
  marks: CallMarks,
  history: HistoryView | null,
  hotline: string | null = null,
): CallerView {
  const { number, displayName } = call.remoteParty;
  const { numberRevealed, customer } = marks;
  // What the caller said goes before what the team's list says.
  const { surname, title } = marks.surname === '' && customer !== null ? customer : marks;
  const { originalTarget } = call;
  const listed = customer === null || customer.remarks === '' ? {} : { remarks: customer.remarks };
  return {
    ...{ number, displayName, originalTarget, masked: !numberRevealed, surname, title, history, hotline },
    ...listed,
  };
}

/** Null unless it rings. */
export function ringView(
  call: LiveCall,
  cadence: CadenceCountry,
  limit: number,
  now: Instant,
): RingView | null {
  if (call.state !== 'ringing') return null;
  const pattern = RING_CADENCES[cadence];
  return { moment: ringAt(call.startedAt, now, pattern, limit), limit, ringMs: ringLength(pattern) };
}

/**
 * The other call: a ringing one goes before one on hold. `warningsOf`: of the wait of a held call;
 * `asksFirst`: the caller on the line must be asked before a wait.
 */
export function otherView(
  others: readonly LiveCall[],
  warningsOf: (call: CallId) => number,
  asksFirst: boolean,
): OtherCallView | null {
  const ringing = others.find(({ state }) => state === 'ringing');
  if (ringing !== undefined) {
    const { id, startedAt, remoteParty } = ringing;
    return {
      call: id,
      state: 'ringing',
      since: startedAt,
      number: remoteParty.number,
      warnings: 0,
      asksFirst,
    };
  }
  for (const other of others) {
    const since = other.state === 'established' ? other.hold.local : null;
    if (since !== null) {
      const { id, remoteParty } = other;
      const warnings = warningsOf(id);
      return {
        call: id,
        state: 'held',
        since,
        number: remoteParty.number,
        warnings,
        asksFirst: false,
      };
    }
  }
  return null;
}
