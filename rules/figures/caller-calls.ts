import { isBlocked } from '../../calls/call-end.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { Note, NoteFacts } from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { isAnswered } from './counted-notes.ts';

/** A note with what only the team's server knows; an agent's own notes have neither. */
export type CountedNote = Note & {
  /** Number of the agent whose phone rang. */
  readonly by?: string;
  /** Stands for the caller's number, which is left out; `masked` is what may be shown of it. */
  readonly caller?: { readonly key: string; readonly masked: string };
};

/**
 * `in-time`, `late` and `ring-unknown`: answered. `given-up`: the caller, or the phone system by
 * timer. `refused`: by the agents or their phones. `blocked`, `elsewhere`: nobody of these agents
 * was to answer it.
 */
export type CallFate =
  | 'in-time'
  | 'late'
  /** Known by its audio alone: nobody saw it ring. */
  | 'ring-unknown'
  | 'given-up'
  | 'refused'
  | 'outside-hours'
  | 'blocked'
  | 'elsewhere'
  /** Still ringing or talking. */
  | 'not-over';

/** One call of a caller, over all phones that rang. */
export interface CallerCall {
  /** The note of the agent who answered; else of the phone that rang last. */
  readonly note: CountedNote;
  readonly rang: readonly CountedNote[];
  readonly fate: CallFate;
}

/** A phone system that tries agents one after another lets the next phone ring after a moment. */
const HUNTING_PAUSE_MS = 5_000;

/**
 * Inbound calls as the callers made them. Phones that ring together have the same Call-ID where a
 * proxy forks the call (RFC 3261 §16.7); behind a phone system with a call of its own to each
 * phone, they have the same caller at the same time.
 */
export function callerCalls(
  inbound: readonly CountedNote[],
  ringLimit: number,
  isOpen: (at: Instant) => boolean,
): readonly CallerCall[] {
  const byId = new Map<string, CountedNote[]>();
  const groups: CountedNote[][] = [];
  const recent = new Map<string, CountedNote[][]>();
  for (const note of inbound.toSorted((one, other) => startOf(one) - startOf(other))) {
    const id = sipCallOf(note);
    const caller = callerOf(note);
    const known = byId.get(id) ?? (caller === null ? undefined : besideOf(note, recent.get(caller) ?? []));
    const group = known ?? [];
    group.push(note);
    byId.set(id, group);
    if (known !== undefined) continue;
    groups.push(group);
    if (caller !== null) recent.set(caller, [...(recent.get(caller) ?? []).slice(-3), group]);
  }
  return groups.map((rang) => callOf(rang, ringLimit, isOpen));
}

/** Without the number of a Call-ID that rang twice here (calls/sources/jssip/call-id.ts). */
function sipCallOf({ id, contact }: CountedNote): string {
  return contact.kind === 'call' ? contact.call.replace(/~\d+$/, '') : id;
}

/** Null in an agent's own notes, where no other phone rang. */
function callerOf({ by, caller, contact }: CountedNote): string | null {
  if (by === undefined || contact.kind !== 'call') return null;
  return caller?.key ?? numberForm(contact.number);
}

/** The call of the same caller that rings or has just rung at other agents. */
function besideOf(note: CountedNote, recent: readonly CountedNote[][]): CountedNote[] | undefined {
  const from = startOf(note);
  return recent.findLast(
    (group) =>
      group.every(({ by }) => by !== note.by) &&
      group.some((other) => {
        const pause = from - ringEnd(other);
        return pause <= 0 || (pause <= HUNTING_PAUSE_MS && !isAnswered(other));
      }),
  );
}

function callOf(
  rang: readonly CountedNote[],
  ringLimit: number,
  isOpen: (at: Instant) => boolean,
): CallerCall {
  const answered = rang
    .filter(isAnswered)
    .toSorted((one, other) => (one.facts?.answeredAt ?? 0) - (other.facts?.answeredAt ?? 0))[0];
  if (answered !== undefined) {
    const rings = ringsUntil(answered, rang);
    if (rings === null) return { note: answered, rang, fate: 'ring-unknown' };
    return { note: answered, rang, fate: rings <= ringLimit ? 'in-time' : 'late' };
  }
  const last = rang.toSorted((one, other) => ringEnd(one) - ringEnd(other)).at(-1);
  if (last === undefined) throw new Error('a call without a phone');
  return { note: last, rang, fate: unansweredFate(rang, isOpen) };
}

/**
 * All rings that the caller waited: also those of the phones that were tried before. A phone that
 * stopped because of the answer rang beside it, whatever its clock says. Null where the phone that
 * was answered counts no rings.
 */
function ringsUntil(answered: CountedNote, rang: readonly CountedNote[]): number | null {
  const own = answered.facts?.rings ?? null;
  if (own === null) return null;
  const before = rang.filter(
    (other) =>
      other !== answered &&
      other.facts?.end.how !== 'answered-elsewhere' &&
      ringEnd(other) <= startOf(answered),
  );
  return before.reduce((rings, { facts }) => rings + (facts?.rings ?? 0), own);
}

function unansweredFate(rang: readonly CountedNote[], isOpen: (at: Instant) => boolean): CallFate {
  const ended = rang.flatMap(({ facts, by }) => (facts === null ? [] : [{ end: facts.end, by }]));
  if (ended.length === 0) return 'not-over';
  if (ended.every(({ end }) => isBlocked(end))) return 'blocked';
  // An agent's own phone is not rung while the agent is not ready: the call is a colleague's.
  const mine = ended.filter(
    ({ end, by }) =>
      end.how !== 'answered-elsewhere' && !isBlocked(end) && (end.how !== 'turned-away' || by !== undefined),
  );
  const isElsewhere = ended.some(({ end }) => end.how === 'answered-elsewhere');
  if (isElsewhere || mine.length === 0) return 'elsewhere';
  if (rang.every((note) => !isOpen(startOf(note)))) return 'outside-hours';
  return mine.every(({ end }) => isRefusal(end)) ? 'refused' : 'given-up';
}

function isRefusal({ how }: NoteFacts['end']): boolean {
  return how === 'rejected' || how === 'turned-away' || how === 'failed';
}

function startOf({ contact, createdAt }: CountedNote): Instant {
  return contact.kind === 'call' && contact.startedAt > 0 ? contact.startedAt : createdAt;
}

/** A phone that has not finished counts as one that rings. */
function ringEnd(note: CountedNote): Instant {
  if (note.facts === null) return startOf(note) + HUNTING_PAUSE_MS;
  return note.facts.answeredAt ?? note.facts.endedAt;
}
