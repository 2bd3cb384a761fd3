import * as v from 'valibot';
import { sameValue } from '../../contract/release/same-value.ts';
import { orderEvents } from '../../contract/team/event-order.ts';
import { type TeamEvent, teamEventSchema } from '../../contract/team/team-event.ts';
import type { Database, Rows } from '../database.ts';
import { dayOf } from '../notes/day.ts';
import { encryptRecord, openRecord } from '../vault/encrypted-record.ts';
import type { Vault } from '../vault/vault.ts';
import { dropProvisionalPages, readTeamPages, type TeamPages, writeTeamPages } from './team-pages.ts';

export interface TeamReading {
  /** In the order of event-order.ts. */
  readonly events: readonly TeamEvent[];
  /** Events that need an unlock, or the team key that this agent does not have yet. */
  readonly locked: number;
  /** Events whose bytes were changed. */
  readonly tampered: number;
  /** Events of a type or version that this release does not know, and malformed ones. */
  readonly skipped: number;
}

/** Messages between the pages of a profile. */
type TeamNews = { readonly added: readonly TeamEvent[] } | { readonly forgotten: readonly string[] };

const NO_PAGES: TeamPages = { count: 0, events: new Map() };

interface TeamPorts {
  readonly database: Database;
  readonly vault: Vault;
}

/** Team events at rest: encrypted for the team, appended locked or unlocked, never changed. */
export class TeamStore {
  readonly #ports: TeamPorts;
  readonly #channel = new BroadcastChannel('sansheng-team');
  readonly #listeners = new Set<(events: readonly TeamEvent[]) => void>();
  readonly #forgetting = new Set<(ids: readonly string[]) => void>();

  constructor(ports: TeamPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<TeamNews>) => {
      if ('added' in data) this.#publish(data.added);
      else for (const listener of this.#forgetting) listener(data.forgotten);
    };
  }

  /**
   * Appends all events and their outbox rows, or none; resolves when the bytes are on disk. A known
   * event changes nothing. Rejects if the browser cannot store; storage-failure.ts names the
   * reason.
   */
  async append(events: readonly TeamEvent[]): Promise<void> {
    const { agent } = await this.#ports.vault.ring.current();
    await this.#add(events, agent);
  }

  /**
   * Stores events of the team's server, without outbox rows. One that this browser wrote replaces
   * its own copy, because it now has its place in the order of the team. What this profile has read
   * is not rewritten: an event never changes, but for parts that were erased, which it says.
   */
  async receive(events: readonly TeamEvent[]): Promise<void> {
    const known = new Map((await this.read(events.map(({ id }) => id))).map((event) => [event.id, event]));
    const asWritten = events.filter((event) => {
      const before = known.get(event.id);
      return before === undefined || event.redactedAt !== undefined || isSameWritten(before, event);
    });
    if (asWritten.length < events.length) console.warn('team: the server changed what was written');
    await this.#add(asWritten, null);
  }

  /** While locked, only events of this browser start; unlocked, all. */
  async load(): Promise<TeamReading> {
    const { database, vault } = this.#ports;
    const ring = vault.teamRing;
    const isLocked = vault.state.state === 'locked';
    const ids = await database.team.toCollection().primaryKeys();
    const pages = isLocked ? NO_PAGES : await readTeamPages(database, ring);
    const rows = isLocked
      ? await this.#ofThisStart()
      : await database.team.bulkGet(ids.filter((id) => !pages.events.has(id)));
    const refused = { locked: isLocked ? ids.length - rows.length : 0, tampered: 0, skipped: 0 };
    const loose: TeamEvent[] = [];
    for (const read of await Promise.all(
      rows.filter((row) => row !== undefined).map((row) => this.#open(row)),
    )) {
      if (read.ok) loose.push(read.event);
      else refused[read.reason] += 1;
    }
    void writeTeamPages(database, ring, pages, loose).catch((error) =>
      console.error('team: no pages', error),
    );
    const paged = ids.map((id) => pages.events.get(id)).filter((event) => event !== undefined);
    return { events: [...paged, ...loose].sort(orderEvents), ...refused };
  }

  /** The events with these `ids` that can be decrypted now. */
  async read(ids: readonly string[]): Promise<readonly TeamEvent[]> {
    const rows = await this.#ports.database.team.bulkGet([...ids]);
    const read = await Promise.all(rows.map((row) => (row === undefined ? null : this.#open(row))));
    return read.flatMap((one) => (one?.ok ? [one.event] : []));
  }

  /** Deletes every event about a subject, because the team did. Needs no key. */
  async forget(subject: string): Promise<void> {
    const { team } = this.#ports.database;
    await this.describeOlder();
    if (isRandomId(subject))
      return await this.delete(await team.where('subject').equals(subject).primaryKeys());
    const { events } = await this.load();
    await this.delete(events.filter((event) => event.subject === subject).map(({ id }) => id));
  }

  /**
   * Adds subject and day to rows from before schema 10, by which events are deleted. Those that
   * cannot be read now wait for the next time.
   */
  async describeOlder(): Promise<void> {
    const { team } = this.#ports.database;
    if ((await team.orderBy('day').count()) === (await team.count())) return;
    const rows = await team.filter(({ day }) => day === undefined).toArray();
    for (const row of rows) {
      const read = await this.#open(row);
      if (read.ok) await team.update(row.id, inClear(read.event));
    }
  }

  /** Deletes events with their copies and outbox rows. */
  async delete(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { team, teamPages, outbox, refusals } = this.#ports.database;
    const sentAs = ids.map((id): [string, string] => ['team', id]);
    await this.#ports.database.transaction('rw', team, teamPages, outbox, refusals, async () => {
      await teamPages.clear();
      await team.bulkDelete([...ids]);
      await outbox.bulkDelete(sentAs);
      await refusals.bulkDelete(sentAs);
    });
    this.#channel.postMessage({ forgotten: ids } satisfies TeamNews);
    for (const listener of this.#forgetting) listener(ids);
  }

  /** Reports deleted events, whichever page deleted them. */
  subscribeForgotten(listener: (ids: readonly string[]) => void): () => void {
    this.#forgetting.add(listener);
    return () => this.#forgetting.delete(listener);
  }

  /** Reports every stored event, whichever page of this profile appended it. */
  subscribe(listener: (events: readonly TeamEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
    this.#forgetting.clear();
  }

  async #ofThisStart(): Promise<Rows['team'][]> {
    const { startId } = await this.#ports.vault.teamRing.current();
    return await this.#ports.database.team.where('encrypted.startId').equals(startId).toArray();
  }

  async #add(given: readonly TeamEvent[], unsentBy: string | null): Promise<void> {
    const { team, teamPages, outbox } = this.#ports.database;
    const events = [...new Map(given.map((event) => [event.id, event])).values()];
    const encrypted = await Promise.all(events.map((event) => this.#encrypt(event)));
    const added = await this.#ports.database.transaction('rw', team, teamPages, outbox, async () => {
      const known = await team.bulkGet(events.map(({ id }) => id));
      const isNew = new Set(events.filter((_, at) => known[at] === undefined).map(({ id }) => id));
      const isStored = (id: string) => isNew.has(id) || unsentBy === null;
      await team.bulkPut(encrypted.filter(({ id }) => isStored(id)));
      if (isNew.size < events.length && unsentBy === null) {
        // A copy would bring back what the server has redacted.
        if (events.some(({ redactedAt }) => redactedAt !== undefined)) await teamPages.clear();
        else await dropProvisionalPages(teamPages);
      }
      if (unsentBy !== null) {
        const unsent = events.filter(({ id }) => isNew.has(id));
        await outbox.bulkPut(unsent.map((event) => outboxRow(event, unsentBy)));
      }
      return events.filter(({ id }) => isStored(id));
    });
    if (added.length === 0) return;
    this.#channel.postMessage({ added } satisfies TeamNews);
    this.#publish(added);
  }

  async #encrypt(event: TeamEvent): Promise<Rows['team']> {
    const { id, ...rest } = v.parse(teamEventSchema, event);
    return {
      id,
      ...inClear(rest),
      encrypted: await encryptRecord(await this.#ports.vault.teamRing.current(), 'team', id, event),
    };
  }

  async #open({ id, encrypted }: Rows['team']) {
    const keys = await this.#ports.vault.teamRing.find(encrypted.startId);
    const opened = await openRecord(keys, 'team', id, encrypted);
    if (!opened.ok) return opened;
    const parsed = v.safeParse(teamEventSchema, opened.record);
    return parsed.success
      ? ({ ok: true, event: parsed.output } as const)
      : ({ ok: false, reason: 'skipped' } as const);
  }

  #publish(events: readonly TeamEvent[]): void {
    for (const listener of this.#listeners) listener(events);
  }
}

function inClear({ subject, at }: Pick<TeamEvent, 'subject' | 'at'>): Pick<Rows['team'], 'subject' | 'day'> {
  return { subject: isRandomId(subject) ? subject : '', day: dayOf(at) };
}

/** Only such an id is stored in clear. */
function isRandomId(subject: string): boolean {
  return v.is(v.pipe(v.string(), v.uuid()), subject);
}

function isSameWritten(one: TeamEvent, other: TeamEvent): boolean {
  const written = ({ seq: _, receivedAt: __, receipt: ___, ...event }: TeamEvent) => event;
  return sameValue(written(one), written(other));
}

function outboxRow({ id, at }: TeamEvent, agent: string): Rows['outbox'] {
  return { table: 'team', id, agent, revision: 1, at };
}
