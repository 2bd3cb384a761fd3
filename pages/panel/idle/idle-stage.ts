import type { Call, EndedCall } from '../../../calls/call.ts';
import { isMissed } from '../../../calls/call-end.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import type { Note } from '../../../contract/note/note.ts';
import { maskNumber } from '../../../contract/numbers/mask.ts';
import type { RingCadence } from '../../../contract/pack/ring-cadence.ts';
import { isLate } from '../../../rules/ring/ring-timer.ts';
import type { PendingView } from '../follow-ups/pending-view.ts';
import type { ArrivalView } from '../shift/arrival-view.ts';
import type { SignInView } from '../shift/shift-view.ts';
import type { DueView, FiguresView, IdleStage, LastNoteView } from './idle-view-model.ts';
import type { PastCallView } from './today-list.tsx';

/** How many of the last notes are shown. */
const LAST_NOTES = 3;

/** The panel between calls. */
export function idleStage(
  calls: readonly Call[],
  notes: readonly Note[],
  cadence: RingCadence,
  ringLimit: number,
  signIn: SignInView | null,
  arrival: ArrivalView | null,
  followUps: readonly PendingView[],
  due: readonly DueView[],
  isToday: (at: number) => boolean,
): IdleStage {
  const ended = calls.filter((call) => call.state === 'ended').filter(({ startedAt }) => isToday(startedAt));
  return {
    stage: 'idle',
    signIn,
    arrival,
    figures: figures(ended, cadence, ringLimit),
    followUps,
    due,
    lastNotes: notes
      .filter(({ text, createdAt }) => text !== '' && isToday(createdAt))
      .slice(0, LAST_NOTES)
      .map(lastNote),
    today: ended.map(pastCall).reverse(),
  };
}

function figures(ended: readonly EndedCall[], cadence: RingCadence, ringLimit: number): FiguresView {
  const inbound = ended.filter(({ direction }) => direction === 'inbound');
  const answered = inbound.filter(({ answeredAt }) => answeredAt !== null);
  const timed = answered.filter(({ mediaOnly }) => mediaOnly !== true);
  const talks = ended.map(talkMs).filter((talk) => talk !== null);
  return {
    answered: answered.length,
    timed: timed.length,
    answeredInTime: timed.filter(
      ({ startedAt, answeredAt }) =>
        answeredAt !== null && !isLate(startedAt, answeredAt, cadence, ringLimit),
    ).length,
    missed: inbound.filter(({ end, answeredAt }) => answeredAt === null && isMissed(end)).length,
    meanTalkMs: talks.length === 0 ? null : talks.reduce((sum, talk) => sum + talk, 0) / talks.length,
  };
}

function talkMs({ answeredAt, endedAt }: EndedCall): number | null {
  return answeredAt === null ? null : Math.max(0, endedAt - answeredAt);
}

function pastCall(call: EndedCall): PastCallView {
  const { id, direction, startedAt, endedAt, remoteParty, end } = call;
  return { call: id, direction, startedAt, endedAt, number: remoteParty.number, end, talkMs: talkMs(call) };
}

function lastNote({ id, createdAt, contact, surname, text }: Note): LastNoteView {
  const number = contact.kind === 'call' ? maskNumber(knownNumber(contact.number)) : '';
  const caller = surname !== '' ? surname : number;
  return { id, at: createdAt, caller, text };
}
