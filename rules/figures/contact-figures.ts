import { type CallEnd, isBlocked, isMissed } from '../../calls/call-end.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { Note } from '../../contract/note/note.ts';
import type { LocalizedText } from '../../contract/pack/localized-text.ts';
import { bucketAt, type FigureSpan } from './figure-span.ts';

/** Ids of the counted notes: a figure opens the list of its calls. */
export type Counted = readonly string[];

/** A part of a whole: answered in time out of answered, satisfied out of asked. */
export interface Share {
  readonly counted: Counted;
  readonly of: Counted;
}

export interface ContactFigures {
  readonly inbound: Counted;
  readonly outbound: Counted;
  readonly walkIns: Counted;
  readonly missed: Counted;
  /** Refused because the number is blocked: neither answered nor missed. */
  readonly blocked: Counted;
  /** 接通率: answered, of the calls that rang here and that nobody else answered. */
  readonly connectedIn: Share;
  /** Answered by the customer, of all calls that were dialled. */
  readonly connectedOut: Share;
  /** Answered within the ring limit, of all answered inbound calls. */
  readonly inTime: Share;
  /** Out of the contacts for which the agent answered the question. */
  readonly settledFirst: Share;
  readonly satisfied: Share;
  /** The agent hung up while steps of the script were pending. */
  readonly earlyHangUps: Counted;
  /** Mean talk time of answered calls in ms; null without calls. */
  readonly meanTalkMs: number | null;
  readonly categories: Readonly<Record<ContactCategory, Counted>>;
  /** The situations met, most frequent first. */
  readonly situations: readonly { readonly situation: string; readonly counted: Counted }[];
  /** What queries were about: their tags, most frequent first; a query may have several. */
  readonly topics: readonly { readonly topic: string; readonly counted: Counted }[];
  /** Outbound calls that were not answered, by how they ended; most frequent first. */
  readonly unreached: readonly { readonly end: CallEnd; readonly counted: Counted }[];
  /** Inbound calls by the hotline that was dialled, most frequent first. */
  readonly hotlines: readonly { readonly name: LocalizedText; readonly counted: Counted }[];
  /** One for each bucket of the span. */
  readonly course: readonly {
    readonly start: number;
    readonly inTime: number;
    readonly late: number;
    readonly missed: number;
  }[];
}

/** Folds finalized facts (handbook §6); a call that is not over is not counted. */
export function contactFigures(notes: readonly Note[], span: FigureSpan, ringLimit: number): ContactFigures {
  const met = notes.filter(({ createdAt }) => createdAt >= span.from && createdAt < span.to);
  const arrived = met.filter((note) => directionOf(note) === 'inbound' && note.facts !== null);
  const inbound = arrived.filter((note) => !wasBlocked(note));
  const outbound = met.filter((note) => directionOf(note) === 'outbound' && note.facts !== null);
  const answered = inbound.filter(isAnswered);
  const inTime = answered.filter((note) => isInTime(note, ringLimit));
  const missed = inbound.filter(({ facts }) => facts?.answeredAt === null && isMissed(facts.end));
  return {
    inbound: ids(inbound),
    outbound: ids(outbound),
    walkIns: ids(met.filter(({ contact }) => contact.kind === 'walk-in')),
    missed: ids(missed),
    blocked: ids(arrived.filter(wasBlocked)),
    connectedIn: { counted: ids(answered), of: ids(inbound.filter(isOffered)) },
    connectedOut: { counted: ids(outbound.filter(isAnswered)), of: ids(outbound) },
    inTime: { counted: ids(inTime), of: ids(answered) },
    settledFirst: shareOf(met, ({ settled }) => settled),
    satisfied: shareOf(met, ({ satisfied }) => satisfied),
    earlyHangUps: ids(met.filter(({ facts }) => (facts?.forcedHangUps ?? 0) > 0)),
    meanTalkMs: mean([...answered, ...outbound.filter(isAnswered)].flatMap(talkMs)),
    categories: {
      query: ids(met.filter(({ category }) => category === 'query')),
      business: ids(met.filter(({ category }) => category === 'business')),
      complaint: ids(met.filter(({ category }) => category === 'complaint')),
    },
    situations: situationsOf(met),
    topics: topicsOf(met),
    unreached: unreachedOf(outbound),
    hotlines: hotlinesOf(inbound),
    course: courseOf(span, { inTime, late: answered.filter((note) => !inTime.includes(note)), missed }),
  };
}

function directionOf({ contact }: Note): 'inbound' | 'outbound' | null {
  return contact.kind === 'call' ? contact.direction : null;
}

function wasBlocked({ facts }: Note): boolean {
  return facts !== null && isBlocked(facts.end);
}

function isAnswered({ facts }: Note): boolean {
  return facts !== null && facts.answeredAt !== null;
}

/**
 * Whether an inbound call was this agent's to answer. One that another device answered was not, nor
 * one that came while the agent was not ready.
 */
function isOffered({ facts }: Note): boolean {
  return facts !== null && facts.end.how !== 'answered-elsewhere' && facts.end.how !== 'turned-away';
}

/** The ring that was cut short counts: an answer on ring 3 is in time, on ring 4 late. */
function isInTime({ facts }: Note, ringLimit: number): boolean {
  return facts !== null && facts.rings !== null && facts.rings <= ringLimit;
}

function talkMs({ facts }: Note): readonly number[] {
  return facts === null || facts.answeredAt === null ? [] : [Math.max(0, facts.endedAt - facts.answeredAt)];
}

function shareOf(notes: readonly Note[], said: (note: Note) => boolean | null): Share {
  return {
    counted: ids(notes.filter((note) => said(note) === true)),
    of: ids(notes.filter((note) => said(note) !== null)),
  };
}

function situationsOf(notes: readonly Note[]): ContactFigures['situations'] {
  const counted = new Map<string, string[]>();
  for (const { id, facts } of notes) {
    for (const situation of facts?.situations ?? []) {
      counted.set(situation, [...(counted.get(situation) ?? []), id]);
    }
  }
  return [...counted]
    .map(([situation, of]) => ({ situation, counted: of }))
    .sort((a, b) => b.counted.length - a.counted.length || (a.situation < b.situation ? -1 : 1));
}

/** Tags in any width and case are one topic, in the way it was first written. */
function topicsOf(notes: readonly Note[]): ContactFigures['topics'] {
  const tally = new Tally<string>();
  for (const { id, category, tags } of notes) {
    if (category !== 'query') continue;
    const topics = new Map(tags.map((tag) => [tag.normalize('NFKC').trim().toLowerCase(), tag.trim()]));
    for (const [key, tag] of topics) if (key !== '') tally.count(key, tag, id);
  }
  return tally.rows(({ of: topic, counted }) => ({ topic, counted }));
}

function unreachedOf(outbound: readonly Note[]): ContactFigures['unreached'] {
  const tally = new Tally<CallEnd>();
  for (const { id, facts } of outbound) {
    if (facts === null || facts.answeredAt !== null) continue;
    const { end } = facts;
    tally.count('cause' in end ? `${end.how} ${end.cause}` : end.how, end, id);
  }
  return tally.rows(({ of: end, counted }) => ({ end, counted }));
}

/** By id: a hotline that was renamed is still the same, and has its newest name. */
function hotlinesOf(inbound: readonly Note[]): ContactFigures['hotlines'] {
  const tally = new Tally<LocalizedText>();
  for (const { id, contact } of inbound) {
    const hotline = contact.kind === 'call' ? contact.hotline : undefined;
    if (hotline !== undefined) tally.count(hotline.id, hotline.name, id);
  }
  return tally.rows(({ of: name, counted }) => ({ name, counted }));
}

/** Notes counted by a key. */
class Tally<Of> {
  readonly #rows = new Map<string, { readonly of: Of; readonly counted: string[] }>();

  count(key: string, of: Of, id: string): void {
    this.#rows.set(key, { of, counted: [...(this.#rows.get(key)?.counted ?? []), id] });
  }

  /** Most frequent first. */
  rows<Row>(row: (counted: { readonly of: Of; readonly counted: Counted }) => Row): readonly Row[] {
    return [...this.#rows.values()].sort((a, b) => b.counted.length - a.counted.length).map(row);
  }
}

function courseOf(
  span: FigureSpan,
  kinds: Readonly<Record<'inTime' | 'late' | 'missed', readonly Note[]>>,
): ContactFigures['course'] {
  const inBucket = (notes: readonly Note[], bucket: number) =>
    notes.filter(({ createdAt }) => bucketAt(span, createdAt) === bucket).length;
  return span.buckets.map((start, bucket) => ({
    start,
    inTime: inBucket(kinds.inTime, bucket),
    late: inBucket(kinds.late, bucket),
    missed: inBucket(kinds.missed, bucket),
  }));
}

function ids(notes: readonly Note[]): Counted {
  return notes.map(({ id }) => id);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
