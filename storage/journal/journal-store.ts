import type { CallEvent, CallId, Instant } from '../../calls/call-event.ts';
import { callOf, type JournalEntry, parseJournalEntry, toStored } from '../../calls/journal-entry.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { formsNamedIn } from '../../contract/numbers/redact.ts';
import type { Database, Rows } from '../database.ts';
import { dayOf } from '../notes/day.ts';
import type { Codec } from '../vault/codec.ts';

export interface JournalPorts {
  readonly database: Database;
  readonly codec: Codec;
}

export type JournalQuery =
  | { readonly sinceSeq: number }
  /** In the form of `dayOf`. */
  | { readonly day: string }
  | { readonly call: CallId };

export interface JournalReading {
  /** In the order of `seq`. */
  readonly entries: readonly JournalEntry[];
  /** Entries of this agent that earlier browser starts encrypted: an unlock makes them readable. */
  readonly locked: number;
  /** Entries whose bytes were changed. */
  readonly tampered: number;
  /** Entries of a type or version that this release does not know, and malformed ones. */
  readonly skipped: number;
}

/** A call without a journaled end. `call` is null while its entries cannot be read. */
export interface OpenCall {
  readonly callKey: string;
  readonly call: CallId | null;
}

/** Rows per step: months of calls must not be in memory at once. */
const AT_ONCE = 1_000;

/** Replaces the call's id in an entry that was written while the id could not be read. */
const UNREAD_CALL = '';

/** The stored journal. Only the phone host appends; every page may load. */
export class JournalStore {
  readonly #ports: JournalPorts;
  readonly #releaseListeners = new Set<() => void>();

  constructor(ports: JournalPorts) {
    this.#ports = ports;
  }

  /** All or nothing. Rejects when the browser cannot store; storage-failure.ts gives the reason. */
  async append(entries: readonly JournalEntry[]): Promise<void> {
    await this.#write(await Promise.all(entries.map((entry) => this.#row(entry))));
  }

  /** Ends a call that was open when the host started, whether its id can be read or not. */
  async closeAsLost(open: OpenCall, seq: number, at: Instant): Promise<JournalEntry> {
    const event: CallEvent = { type: 'ended', call: open.call ?? UNREAD_CALL, at, end: { how: 'lost' } };
    const entry: JournalEntry = { seq, source: 'host', event };
    await this.#write([{ entry, row: await this.#encrypt(entry, open.callKey) }]);
    return entry;
  }

  /** Reports each time that a call is over and wrapped up, which deletions may have waited for. */
  subscribeReleased(listener: () => void): () => void {
    this.#releaseListeners.add(listener);
    return () => this.#releaseListeners.delete(listener);
  }

  async newestSeq(): Promise<number> {
    return (await this.#ports.database.journal.orderBy('seq').last())?.seq ?? 0;
  }

  /** Calls without an end, of all agents: a host that starts closes them all. */
  async openCalls(): Promise<readonly OpenCall[]> {
    const markers = await this.#ports.database.openCalls.toArray();
    return await Promise.all(
      markers.map(async ({ callKey }) => ({ callKey, call: await this.#callBehind(callKey) })),
    );
  }

  /** Calls whose wrap-up was begun and not finished, if readable. */
  async begunWrapUps(): Promise<readonly CallId[]> {
    const begun = this.#ports.database.heldCalls.filter((held) => held.begun === true);
    const calls = (await begun.primaryKeys()).map((callKey) => this.#callBehind(callKey));
    return (await Promise.all(calls)).filter((call) => call !== null);
  }

  async load(query: JournalQuery): Promise<JournalReading> {
    const { agent } = await this.#ports.codec.writer();
    const rows = (await this.#rows(query, agent)).filter((row) => row.agent === agent);
    const entries: JournalEntry[] = [];
    const unread = { locked: 0, tampered: 0, skipped: 0 };
    for (const read of await Promise.all(rows.map((row) => this.#open(row)))) {
      if (read.ok) entries.push(read.entry);
      else unread[read.reason] += 1;
    }
    return { entries: entries.sort((a, b) => a.seq - b.seq), ...unread };
  }

  /**
   * Keys of this agent's calls with a number, in the form of number-form.ts; complete when
   * unlocked.
   */
  async callKeysOfNumber(form: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    await this.eachNamed((callKey, event) => {
      if ('remoteParty' in event && numberForm(event.remoteParty.number) === form) found.add(callKey);
    });
    return found;
  }

  /**
   * Visits this agent's events of calls that may name numbers: that of the other end, of a
   * transfer, of a diversion. `forms` as in number-form.ts; complete when unlocked.
   */
  async eachNamed(
    visit: (callKey: string, event: JournalEntry['event'], forms: readonly string[]) => void,
  ): Promise<void> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const seqs = await database.journal.where('callKey').above('').primaryKeys();
    for (let from = 0; from < seqs.length; from += AT_ONCE) {
      const rows = await database.journal.bulkGet(seqs.slice(from, from + AT_ONCE));
      const own = rows.filter((row) => row?.agent === agent).filter((row) => row !== undefined);
      for (const [at, read] of (await Promise.all(own.map((row) => this.#open(row)))).entries()) {
        const forms = read.ok ? formsNamedIn(read.entry.event) : [];
        if (read.ok && forms.length > 0) visit(own[at]?.callKey ?? '', read.entry.event, forms);
      }
    }
  }

  async #rows(query: JournalQuery, agent: string): Promise<Rows['journal'][]> {
    const { database, codec } = this.#ports;
    if ('sinceSeq' in query) return await database.journal.where('seq').above(query.sinceSeq).toArray();
    if ('day' in query)
      return await database.journal.where('[agent+day]').equals([agent, query.day]).toArray();
    const callKeys = await codec.lookupKeys('call', query.call);
    return await database.journal.where('callKey').anyOf(callKeys).toArray();
  }

  async #row(entry: JournalEntry): Promise<{ entry: JournalEntry; row: Rows['journal'] }> {
    const call = callOf(entry.event);
    const callKey = call === null ? '' : await this.#keyOfCall(call);
    return { entry, row: await this.#encrypt(entry, callKey) };
  }

  /** A call that was open during a sign-out keeps the key of the browser start that began it. */
  async #keyOfCall(call: CallId): Promise<string> {
    const { database, codec } = this.#ports;
    const own = await codec.lookupKey('call', call);
    if ((await database.openCalls.count()) === 0) return own;
    const keys = await codec.lookupKeys('call', call);
    return (await database.openCalls.where('callKey').anyOf(keys).first())?.callKey ?? own;
  }

  async #encrypt(entry: JournalEntry, callKey: string): Promise<Rows['journal']> {
    const { agent } = await this.#ports.codec.writer();
    const encrypted = await this.#ports.codec.encode('journal', String(entry.seq), toStored(entry));
    return { seq: entry.seq, agent, day: dayOf(entry.event.at), callKey, encrypted };
  }

  async #write(batch: readonly { entry: JournalEntry; row: Rows['journal'] }[]): Promise<void> {
    const { database } = this.#ports;
    const { journal, openCalls, heldCalls } = database;
    await database.transaction('rw', journal, openCalls, heldCalls, async () => {
      await journal.bulkAdd(batch.map(({ row }) => row));
      for (const { entry, row } of batch) {
        const { callKey, agent, seq } = row;
        const { type, at } = entry.event;
        switch (type) {
          case 'ringing':
          case 'dialling':
            await openCalls.put({ callKey, agent, sinceSeq: seq });
            await heldCalls.put({ callKey, since: at, needsWrapUp: type === 'dialling' });
            break;
          case 'answered':
            await heldCalls.update(callKey, { needsWrapUp: true });
            break;
          case 'ended':
            await openCalls.delete(callKey);
            if ((await heldCalls.get(callKey))?.needsWrapUp === false) await heldCalls.delete(callKey);
            break;
          case 'wrap-up-begun':
            await heldCalls.update(callKey, { begun: true });
            break;
          case 'wrap-up-finished':
            await heldCalls.delete(callKey);
            break;
          default:
            break;
        }
      }
    });
    if (batch.some(({ entry: { event } }) => event.type === 'ended' || event.type === 'wrap-up-finished'))
      for (const listener of this.#releaseListeners) listener();
  }

  async #open(row: Rows['journal']) {
    const decoded = await this.#ports.codec.decode('journal', String(row.seq), row.encrypted);
    if (!decoded.ok) return decoded;
    const entry = parseJournalEntry(decoded.record);
    if (entry === null) return { ok: false, reason: 'skipped' } as const;
    if (callOf(entry.event) !== UNREAD_CALL) return { ok: true, entry } as const;
    const call = await this.#callBehind(row.callKey);
    if (call === null) return { ok: false, reason: 'locked' } as const;
    return { ok: true, entry: { ...entry, event: { ...entry.event, call } } } as const;
  }

  async #callBehind(callKey: string): Promise<CallId | null> {
    const first = await this.#ports.database.journal.where('callKey').equals(callKey).first();
    if (first === undefined) return null;
    const decoded = await this.#ports.codec.decode('journal', String(first.seq), first.encrypted);
    const entry = decoded.ok ? parseJournalEntry(decoded.record) : null;
    return entry === null ? null : callOf(entry.event);
  }
}
