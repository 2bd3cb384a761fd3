import * as v from 'valibot';
import { AGENT_EVENTS } from './agent-event.ts';
import { CALL_EVENTS, type CallId, PHONE_EVENTS } from './call-event.ts';
import { type EventOf, upToDate, type Versioned } from './events/event-kind.ts';
import { HOST_EVENTS } from './host-event.ts';
import { LINE_EVENTS } from './line-event.ts';
import { boundedText } from './vocabulary/bounded-text.ts';
import { revisionSchema, seqSchema } from './vocabulary/whole-number.ts';

const JOURNAL_EVENTS = [
  ...CALL_EVENTS,
  ...PHONE_EVENTS,
  ...LINE_EVENTS,
  ...AGENT_EVENTS,
  ...HOST_EVENTS,
] as const;

export type JournalEvent = EventOf<typeof JOURNAL_EVENTS>;

/** Who reported: `line`, `agent`, `host` (a call closed as lost), or the id of a call source. */
export type JournalSource = string;

/** One small fact. `seq` grows by one within a browser profile; only the phone host assigns it. */
export interface JournalEntry {
  readonly seq: number;
  readonly source: JournalSource;
  readonly event: JournalEvent;
  /** The script pack in use. Where it is absent, that of the entry before. */
  readonly pack?: string;
}

/** An entry as it is stored: with the version of its event's fields. */
export type StoredJournalEntry = JournalEntry & { readonly v: number };

const KIND_OF: ReadonlyMap<string, Versioned<v.GenericSchema<unknown, JournalEvent>>> = new Map(
  JOURNAL_EVENTS.map((kind) => [kind.type, kind]),
);

const storedEntrySchema = v.strictObject({
  seq: seqSchema,
  source: v.pipe(boundedText(40), v.minLength(1)),
  event: v.looseObject({ type: boundedText(80) }),
  pack: v.exactOptional(boundedText(200)),
  v: v.optional(revisionSchema, 1),
});

export function toStored(entry: JournalEntry): StoredJournalEntry {
  return { ...entry, v: KIND_OF.get(entry.event.type)?.version ?? 1 };
}

/**
 * A stored entry, its event brought up to the present version. Null for an event of a type or
 * version that this release does not know, and for anything malformed.
 */
export function parseJournalEntry(record: unknown): JournalEntry | null {
  const stored = v.safeParse(storedEntrySchema, record);
  if (!stored.success) return null;
  const { v: version, event, ...entry } = stored.output;
  const kind = KIND_OF.get(event.type);
  if (kind === undefined) return null;
  const present = upToDate(kind, event, version);
  return present === null ? null : { ...entry, event: present };
}

/** The call that an event is about, or null for events of the phone itself. */
export function callOf(event: JournalEvent): CallId | null {
  return 'call' in event ? event.call : null;
}
