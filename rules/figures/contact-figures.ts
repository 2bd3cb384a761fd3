import type { CallEnd } from '../../calls/call-end.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { Note } from '../../contract/note/note.ts';
import type { LocalizedText } from '../../contract/pack/localized-text.ts';
import { type AgentContacts, agentContacts } from './agent-contacts.ts';
import { type CallerCall, type CallFate, type CountedNote, callerCalls } from './caller-calls.ts';
import { ids, isAnswered, mean, talkMs } from './counted-notes.ts';
import { bucketAt, type FigureSpan } from './figure-span.ts';

/** Ids of the counted notes: a figure opens the list of its calls. */
export type Counted = readonly string[];

/** A part of a whole: answered in time out of answered, satisfied out of asked. */
export interface Share {
  readonly counted: Counted;
  readonly of: Counted;
}

/** Calls are the callers' calls: one that rang at three agents counts once. */
export interface ContactFigures {
  readonly inbound: Counted;
  /**
   * Inbound calls that these agents were to answer: the sum of those answered in time and late, of
   * `missed`, `refused` and `outsideHours`.
   */
  readonly offered: Counted;
  readonly answeredLate: Counted;
  readonly outbound: Counted;
  readonly walkIns: Counted;
  /** The caller gave up, or nobody answered in time, within working hours. */
  readonly missed: Counted;
  /** Refused by the agents, or by their phones because they were not ready. */
  readonly refused: Counted;
  /** Not answered, outside of the team's working hours. */
  readonly outsideHours: Counted;
  /** Refused because the number is blocked: neither answered nor missed. */
  readonly blocked: Counted;
  /** 接通率: answered, of `offered`. */
  readonly connectedIn: Share;
  /** Answered by the customer, of all calls that were dialled. */
  readonly connectedOut: Share;
  /** Answered within the ring limit, of all answered inbound calls. */
  readonly inTime: Share;
  /** Out of the inbound contacts for which the agent answered the question. */
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
  /** Empty for an agent's own notes. */
  readonly byAgent: readonly AgentContacts[];
  /** One for each bucket of the span. */
  readonly course: readonly {
    readonly start: number;
    readonly inTime: number;
    readonly late: number;
    readonly missed: number;
  }[];
}

/** A call that a colleague's phone took is not offered here. */
const ANSWERED: readonly CallFate[] = ['in-time', 'late', 'ring-unknown'];
const OFFERED: readonly CallFate[] = [...ANSWERED, 'given-up', 'refused', 'outside-hours'];

/**
 * Folds finalized facts (handbook §6); a call that is not over is not counted. `isOpen`: whether
 * the team works at a moment.
 */
export function contactFigures(
  notes: readonly CountedNote[],
  span: FigureSpan,
  ringLimit: number,
  isOpen: (at: Instant) => boolean = () => true,
): ContactFigures {
  const met = notes.filter(({ createdAt }) => createdAt >= span.from && createdAt < span.to);
  const calls = callerCalls(
    met.filter((note) => directionOf(note) === 'inbound'),
    ringLimit,
    isOpen,
  );
  const outbound = met.filter((note) => directionOf(note) === 'outbound' && note.facts !== null);
  const ofFate = (...fates: readonly CallFate[]) =>
    calls.filter(({ fate }) => fates.includes(fate)).map(({ note }) => note);
  const answered = ofFate(...ANSWERED);
  const missed = ofFate('given-up');
  const offered = ofFate(...OFFERED);
  const inbound = ofFate(...OFFERED, 'elsewhere');
  const contacts = onceEach(met, calls);
  return {
    inbound: ids(inbound),
    offered: ids(offered),
    answeredLate: ids(ofFate('late')),
    outbound: ids(outbound),
    walkIns: ids(met.filter(({ contact }) => contact.kind === 'walk-in')),
    missed: ids(missed),
    refused: ids(ofFate('refused')),
    outsideHours: ids(ofFate('outside-hours')),
    blocked: ids(ofFate('blocked')),
    connectedIn: { counted: ids(answered), of: ids(offered) },
    connectedOut: { counted: ids(outbound.filter(isAnswered)), of: ids(outbound) },
    inTime: { counted: ids(ofFate('in-time')), of: ids(ofFate('in-time', 'late')) },
    settledFirst: shareOf(
      contacts.filter((note) => directionOf(note) !== 'outbound'),
      ({ settled }) => settled,
    ),
    satisfied: shareOf(contacts, ({ satisfied }) => satisfied),
    earlyHangUps: ids(contacts.filter(({ facts }) => (facts?.forcedHangUps ?? 0) > 0)),
    meanTalkMs: mean([...answered, ...outbound.filter(isAnswered)].flatMap(talkMs)),
    categories: {
      query: ids(contacts.filter(({ category }) => category === 'query')),
      business: ids(contacts.filter(({ category }) => category === 'business')),
      complaint: ids(contacts.filter(({ category }) => category === 'complaint')),
    },
    situations: situationsOf(contacts),
    topics: topicsOf(contacts),
    unreached: unreachedOf(outbound),
    hotlines: hotlinesOf(inbound),
    byAgent: agentContacts(met, calls),
    course: courseOf(span, { inTime: ofFate('in-time'), late: ofFate('late'), missed }),
  };
}

/** In the order of the notes: a call is the note of the agent who had it. */
function onceEach(notes: readonly CountedNote[], calls: readonly CallerCall[]): readonly CountedNote[] {
  const beside = new Set(calls.flatMap(({ note, rang }) => rang.filter((other) => other !== note)));
  return notes.filter((note) => !beside.has(note));
}

function directionOf({ contact }: Note): 'inbound' | 'outbound' | null {
  return contact.kind === 'call' ? contact.direction : null;
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
