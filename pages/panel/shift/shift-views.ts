import type { Call } from '../../../calls/call.ts';
import { isBlocked } from '../../../calls/call-end.ts';
import type { PhoneStatus } from '../../../contract/messages/phone-status.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Shift } from '../../../rules/shift/fold-shift.ts';
import { preflight } from '../../../rules/shift/preflight.ts';
import { timeInStates } from '../../../rules/shift/time-in-states.ts';
import { localTime, startOfDay } from '../../../rules/time/local-time.ts';
import { zoneOf } from '../../session/zone-of.ts';
import type { BreakChoice, ShiftSheetView, ShiftView, SignInView } from './shift-view.ts';

export function shiftView(shift: Shift | null, pack: Pack, language: PackLanguage): ShiftView | null {
  if (shift === null) return null;
  const { readiness, since, endsAt } = shift;
  const rest = readiness.state === 'break' ? breakOf(pack, readiness.reason, language) : null;
  return { readiness, since, endsAt: readiness.state === 'wrap-up' ? endsAt : null, rest };
}

export function breakOf(pack: Pack, id: string, language: PackLanguage): BreakChoice | null {
  const found = pack.shift.breaks.find((one) => one.id === id);
  return found === undefined ? null : { id, title: textIn(found.title, language), minutes: found.minutes };
}

export function shiftSheet(
  shift: Shift | null,
  pack: Pack,
  language: PackLanguage,
  calls: readonly Call[],
  now: number,
): ShiftSheetView {
  const zone = zoneOf(pack);
  const midnight = startOfDay(localTime(now, zone).dayNumber, zone);
  const { states, breaks } = timeInStates(shift?.spans ?? [], midnight, now);
  return {
    kind: 'shift',
    shift: shiftView(shift, pack, language),
    signedInAt: shift?.signedInAt ?? null,
    breaks: pack.shift.breaks.map(({ id, title, minutes }) => ({
      id,
      title: textIn(title, language),
      minutes,
    })),
    today: states,
    breaksToday: breaks.map(({ reason, ms, count }) => ({
      title: breakOf(pack, reason, language)?.title ?? reason,
      ms,
      count,
    })),
    turnedAway: calls.filter(
      (call) => call.state === 'ended' && call.end.how === 'turned-away' && !isBlocked(call.end),
    ).length,
  };
}

/** Null while a shift is on. */
export function signInView(shift: Shift | null, phoneStatus: PhoneStatus): SignInView | null {
  if (shift !== null && shift.readiness.state !== 'offline') return null;
  return { checks: preflight(phoneStatus), lapsedAt: shift?.lapsed === true ? shift.since : null };
}

/** The break that the call's situations offer; null for none. */
export function breakOffer(pack: Pack, met: readonly string[], language: PackLanguage): BreakChoice | null {
  const offered = pack.situations.find(
    ({ id, followUp }) => followUp?.offerBreak !== undefined && met.includes(id),
  );
  const id = offered?.followUp?.offerBreak;
  return id === undefined ? null : breakOf(pack, id, language);
}
