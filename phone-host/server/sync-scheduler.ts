import { askMe } from '../../browser/server/ask-me.ts';
import { Backoff } from '../../calls/timing/backoff.ts';
import { lockWithin } from '../../calls/timing/lock-within.ts';
import type { ServerFailure } from '../../contract/api/server-answer.ts';
import {
  SYNC_CHANNEL,
  SYNC_LOCK,
  SYNC_LOCK_WITHIN_MS,
  type SyncMessage,
  type SyncState,
} from '../../contract/messages/sync-message.ts';
import type { Stores } from '../../storage/open-stores.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import { keepHere, offerAgain, refusedItems } from '../../storage/sync/refused-items.ts';
import type { RoundResult } from '../../storage/sync/round-result.ts';
import { syncRound } from '../../storage/sync/sync-round.ts';
import { HostPart, OneTimer, onEvent, onMessage } from '../part.ts';
import { httpSyncServer } from './http-sync-server.ts';
import type { ServerClock } from './server-clock.ts';

const RETRY_LIMITS = { firstMs: 1_000, longestMs: 300_000 };
/** The server is asked at least this often, in case its events do not arrive, ms. */
const IDLE_MS = 60_000;
/** There is more than one round brings, of changes or of the time: other tasks come in between. */
const MORE_AFTER_MS = 1_000;
/** Less is the drift of a clock and the chance of a round trip. */
const NEW_OFFSET_MS = 60_000;
/** Changes are collected for this long before they are pushed, ms. */
const GATHER_MS = 500;

interface SyncNeeds {
  readonly stores: Stores;
  readonly serverClock: ServerClock;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Runs sync rounds: after changes here, on news from the server, and after failures with a backoff.
 */
export class SyncScheduler extends HostPart<SyncNeeds> {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #timer = new OneTimer();
  readonly #backoff = new Backoff(RETRY_LIMITS, this.needs.random);
  #state: SyncState = { state: 'local' };
  #publishedOffset: number | null = null;
  /** With which items that were in the future were last sent. */
  #offeredWith: number | null = null;
  #offlineSince: number | null = null;
  #running: Promise<void> | null = null;
  /** What was asked for while a round runs: it may have read too early. */
  #next: 'none' | 'soon' | 'now' = 'none';
  /** Token of the device whose team the server has named, since it could last be reached. */
  #confirmed: string | null = null;

  start(): void {
    const { notes, team, vault } = this.needs.stores;
    this.undoOnStop(
      onMessage<SyncMessage>(this.#channel, (message) => void this.#receive(message)),
      notes.ports.changes.subscribe(() => this.#soon()),
      team.subscribe(() => this.#soon()),
      vault.subscribe(() => this.syncNow()),
      onEvent(globalThis, 'online', () => this.syncNow()),
      onEvent(globalThis, 'offline', () => void this.#fail('offline', null)),
    );
    this.syncNow();
  }

  /** Resolves when a round that runs has ended. */
  override async stop(): Promise<void> {
    super.stop();
    this.#timer.clear();
    await this.#running;
  }

  /** Without waiting for the end of a backoff: there is news, or the network is back. */
  syncNow(): void {
    this.#backoff.reset();
    if (this.#running === null) this.#in(0);
    else this.#next = 'now';
  }

  /** A change here does not shorten the delay after a failure. */
  #soon(): void {
    if (this.#running === null) {
      if (!this.#backoff.isWaiting) this.#in(GATHER_MS);
    } else if (this.#next === 'none') this.#next = 'soon';
    void this.#publishWaiting();
  }

  #in(ms: number): void {
    if (!this.isStopped) this.#timer.set(ms, () => this.#run());
  }

  #run(): void {
    if (this.#running !== null) return;
    this.#next = 'none';
    const round = () => this.#round();
    this.#running = lockWithin(SYNC_LOCK_WITHIN_MS, SYNC_LOCK, round, { locks: navigator.locks })
      .catch((error: unknown) => {
        console.error('sync: a round failed', error);
        return this.#fail('unavailable', null);
      })
      .finally(() => {
        this.#running = null;
        if (this.#next === 'now') this.syncNow();
        if (this.#next === 'soon') this.#soon();
      });
  }

  async #round(): Promise<void> {
    const { stores, serverClock, now } = this.needs;
    if (stores.vault.state.state === 'not-set-up') return this.#publish({ state: 'local' });
    const reading = await stores.links.read();
    if (reading.state === 'none') serverClock.forget();
    if (reading.state === 'other-team') return this.#stopForGood('other-team');
    if (reading.state !== 'linked') {
      return this.#publish({ state: reading.state === 'none' ? 'local' : 'locked' });
    }
    const result = await this.#syncWith(reading.link);
    if (serverClock.offset !== this.#publishedOffset) this.#publishOffset();
    if (await this.#mayBePastNow()) this.#next = 'now';
    if (!result.ok && result.reason === 'other-team') return this.#stopForGood('other-team');
    if (!result.ok) return this.#fail(result.reason, result.retryAfterMs);
    this.#backoff.reset();
    this.#offlineSince = null;
    const items = await refusedItems(stores);
    this.#publish(items.length > 0 ? { state: 'refused', items } : { state: 'synced', at: now() });
    this.#in(result.isMore || serverClock.isMeasuring ? MORE_AFTER_MS : IDLE_MS);
  }

  /**
   * Where the server may be another one (at the start, after a failure), it first has to name the
   * team of the enrolment: nothing is sent to another.
   */
  async #syncWith(link: Link): Promise<RoundResult> {
    const { stores, serverClock } = this.needs;
    if (this.#confirmed !== link.token) {
      const me = await askMe(link);
      if (!me.ok && me.reason === 'other-team') await stores.links.refuse(link.token);
      if (!me.ok) return me;
      this.#confirmed = link.token;
    }
    const server = httpSyncServer(link, serverClock);
    const result = await syncRound({ stores, links: stores.links, server }, link);
    if (!result.ok) this.#confirmed = null;
    return result;
  }

  /** Items were ahead of the server's clock by a distance that was unknown, or is another now. */
  async #mayBePastNow(): Promise<boolean> {
    const { stores, serverClock } = this.needs;
    const { offset } = serverClock;
    const before = this.#offeredWith;
    if (offset === null || (before !== null && Math.abs(offset - before) < NEW_OFFSET_MS)) return false;
    this.#offeredWith = offset;
    return await offerAgain(stores, 'in-future');
  }

  /** Until a new enrolment by hand: no later attempt is made. */
  async #stopForGood(why: 'other-team'): Promise<void> {
    this.#timer.clear();
    this.#publish({ state: 'stopped', why, count: await this.#countUnsent() });
  }

  async #fail(reason: ServerFailure | 'locked', retryAfterMs: number | null): Promise<void> {
    const { now } = this.needs;
    const delay = this.#backoff.next();
    const wait = retryAfterMs ?? delay;
    this.#in(wait);
    const count = await this.#countUnsent();
    const why = stopOf(reason);
    if (reason === 'locked') return this.#publish({ state: 'locked' });
    if (why !== null) return this.#publish({ state: 'stopped', why, count });
    if (reason === 'too-many') return this.#publish({ state: 'limited', until: now() + wait, count });
    if (this.#state.state === 'local') return;
    this.#offlineSince ??= now();
    this.#publish({ state: 'offline', since: this.#offlineSince, count });
  }

  /** Between two rounds: counts what waits for the next one. */
  async #publishWaiting(): Promise<void> {
    const { state } = this.#state;
    if (state !== 'synced' && state !== 'waiting') return;
    const count = await this.#countUnsent();
    if (count > 0 && this.#state.state === state) this.#publish({ state: 'waiting', count });
  }

  async #countUnsent(): Promise<number> {
    const { database, codec, vault } = this.needs.stores;
    if (vault.state.state === 'not-set-up') return 0;
    const { agent } = await codec.writer();
    return await database.outbox.where('agent').equals(agent).count();
  }

  async #receive(message: SyncMessage): Promise<void> {
    const { stores } = this.needs;
    switch (message.kind) {
      case 'ask':
        this.#publish(this.#state);
        this.#publishOffset();
        break;
      case 'sync-now':
        this.syncNow();
        break;
      case 'retry-refused':
        await offerAgain(stores);
        this.syncNow();
        break;
      case 'keep-here':
        await keepHere(stores, message.of, message.id);
        this.syncNow();
        break;
      case 'work-order-role':
      case 'server-clock':
      case 'new-devices':
      case 'know-device':
      case 'state':
        break;
    }
  }

  /** For the events that pages write. */
  #publishOffset(): void {
    const { offset } = this.needs.serverClock;
    this.#publishedOffset = offset;
    this.post<SyncMessage>(this.#channel, { kind: 'server-clock', offset });
  }

  #publish(state: SyncState): void {
    this.#state = state;
    this.post<SyncMessage>(this.#channel, { kind: 'state', state });
  }
}

/** Failures that a later attempt alone does not repair. */
function stopOf(reason: ServerFailure | 'locked'): (SyncState & { state: 'stopped' })['why'] | null {
  switch (reason) {
    case 'signed-out':
    case 'other-team':
    case 'server-older':
    case 'extension-older':
      return reason;
    case 'bad-reply':
    case 'malformed':
    case 'not-allowed':
    case 'not-found':
    case 'conflict':
    case 'too-large':
    case 'bad-code':
      return 'server-broken';
    default:
      return null;
  }
}
