import type { Kysely } from 'kysely';
import { HEARTBEAT_FRAME, writeFrame } from '../../contract/api/events/event-frames.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenant } from '../database/tenant.ts';
import type { Notice } from './announce.ts';
import { type Audience, isAddressed } from './audience.ts';
import { closeRevoked } from './close-revoked.ts';
import type { Listener } from './listener.ts';
import { newestEvent, readEvents, withDocument } from './read-events.ts';

interface TeamStreams {
  readonly listeners: Set<Listener>;
  /** Number of the newest published event. */
  seen: number;
  /** Resolves when the current publication ends; they run one after another. */
  publishing: Promise<void>;
}

/**
 * Sends announced events of all server processes to the streams of this one. A frame is encoded
 * once for all listeners; no listener needs a timer or promise of its own.
 */
export class EventHub {
  readonly #db: Kysely<Tables>;
  readonly #failed: (error: unknown) => void;
  readonly #teams = new Map<string, TeamStreams>();

  constructor(db: Kysely<Tables>, failed: (error: unknown) => void) {
    this.#db = db;
    this.#failed = failed;
  }

  /** Adds a listener for all later events; resolves with the number of the newest earlier one. */
  async attach(listener: Listener): Promise<number> {
    const key = keyOf(listener);
    const open = this.#teams.get(key) ?? { listeners: new Set(), seen: -1, publishing: Promise.resolve() };
    this.#teams.set(key, open);
    open.listeners.add(listener);
    const newest = await newestEvent(this.#db, listener);
    if (open.seen < 0) {
      open.seen = newest;
      // What was announced after the query, but before this line, found no number to begin with.
      this.#catchUp(listener, open);
    }
    return newest;
  }

  detach(listener: Listener): void {
    const open = this.#teams.get(keyOf(listener));
    open?.listeners.delete(listener);
    if (open?.listeners.size === 0) this.#teams.delete(keyOf(listener));
  }

  receive(notice: Notice): void {
    if (notice.kind === 'membership') {
      const ofOrganisation = this.listeners().filter(({ org }) => org === notice.org);
      closeRevoked(ofOrganisation, this.#db).catch(this.#failed);
      return;
    }
    const open = this.#teams.get(keyOf(notice));
    if (open === undefined) return;
    if (notice.kind === 'lasting') this.#catchUp(notice, open);
    else publish(open, notice.audience, Buffer.from(writeFrame(null, notice.event)), null);
  }

  /** Publishes what was announced while the database connection was down. */
  catchUp(): void {
    for (const [key, open] of this.#teams) this.#catchUp(tenantOf(key), open);
  }

  beat(): void {
    const frame = Buffer.from(HEARTBEAT_FRAME);
    for (const listener of this.listeners()) listener.write(frame, null);
  }

  listeners(): readonly Listener[] {
    return [...this.#teams.values()].flatMap(({ listeners }) => [...listeners]);
  }

  #catchUp({ org, team }: Tenant, open: TeamStreams): void {
    open.publishing = open.publishing.then(() => this.#publishNew({ org, team }, open)).catch(this.#failed);
  }

  async #publishNew(tenant: Tenant, open: TeamStreams): Promise<void> {
    // No listener is attached completely: each will read these events itself.
    if (open.seen < 0) return;
    const events = await readEvents(this.#db, tenant, open.seen);
    if (events === null) {
      open.seen = await newestEvent(this.#db, tenant);
      for (const listener of open.listeners) listener.close();
      return;
    }
    for (const { seq, audience, event } of events) {
      const whole = await withDocument(this.#db, tenant, event);
      publish(open, audience, Buffer.from(writeFrame(String(seq), whole)), seq);
      open.seen = seq;
    }
  }
}

function publish({ listeners }: TeamStreams, audience: Audience, frame: Buffer, seq: number | null): void {
  for (const listener of listeners) if (isAddressed(listener, audience)) listener.write(frame, seq);
}

function keyOf({ org, team }: Tenant): string {
  return `${org} ${team}`;
}

function tenantOf(key: string): Tenant {
  const [org = '', team = ''] = key.split(' ');
  return { org, team };
}
