import { Backoff } from '../../calls/timing/backoff.ts';
import type { ServerFailure } from '../../contract/api/server-answer.ts';
import {
  SYNC_CHANNEL,
  SYNC_LOCK,
  type SyncMessage,
  type SyncState,
} from '../../contract/messages/sync-message.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { keepHere, offerAgain, refusedItems } from '../../storage/sync/refused-items.ts';
import { syncRound } from '../../storage/sync/sync-round.ts';
import { httpSyncServer } from './http-sync-server.ts';

const RETRY_LIMITS = { firstMs: 1_000, longestMs: 300_000 };
/** Without any reason to, the server is still asked this often, ms: the fallback where no push arrives. */
const IDLE_MS = 60_000;
/** What is typed is gathered for so long before it goes, ms. */
const GATHER_MS = 500;

interface SyncSchedulerPorts {
  readonly stores: Stores;
  readonly now: () => number;
  readonly random: () => number;
}

/** Syncs for as long as the phone host lives: one syncer a profile, started again by whatever might have changed. */
export class SyncScheduler {
  readonly #ports: SyncSchedulerPorts;
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #state: SyncState = { state: 'local' };
  readonly #backoff: Backoff;
  #offlineSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(ports: SyncSchedulerPorts) {
    this.#ports = ports;
    this.#backoff = new Backoff(RETRY_LIMITS, ports.random);
    const { notes, team, vault } = ports.stores;
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => void this.#receive(data);
    notes.ports.changes.subscribe(() => this.#soon());
    team.subscribe(() => this.#soon());
    vault.subscribe(() => this.syncNow());
    addEventListener('online', () => this.syncNow());
    addEventListener('offline', () => void this.#fail('offline', null));
    this.syncNow();
  }

  /** Now, whatever pause was agreed on: the server has news, the network is back, somebody asked. */
  syncNow(): void {
    this.#backoff.reset();
    this.#in(0);
  }

  /** While a pause after a failure runs, a keystroke does not shorten it. */
  #soon(): void {
    if (this.#running !== null) this.#again = true;
    else if (!this.#backoff.isWaiting) this.#in(GATHER_MS);
    void this.#publishWaiting();
  }

  #in(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), ms);
  }

  #run(): void {
    if (this.#running !== null) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#running = navigator.locks
      .request(SYNC_LOCK, () => this.#round())
      .catch((error: unknown) => {
        console.error('sync: a round failed', error);
        return this.#fail('unavailable', null);
      })
      .finally(() => {
        this.#running = null;
        if (this.#again) this.#soon();
      });
  }

  async #round(): Promise<void> {
    const { stores, now } = this.#ports;
    if (stores.vault.state.state === 'not-set-up') return this.#publish({ state: 'local' });
    const reading = await stores.links.read();
    if (reading.state !== 'linked') {
      return this.#publish({ state: reading.state === 'none' ? 'local' : 'locked' });
    }
    const { link } = reading;
    const result = await syncRound({ stores, links: stores.links, server: httpSyncServer(link) }, link);
    if (!result.ok) return this.#fail(result.reason, result.retryAfterMs);
    this.#backoff.reset();
    this.#offlineSince = null;
    const items = await refusedItems(stores);
    this.#publish(items.length > 0 ? { state: 'refused', items } : { state: 'synced', at: now() });
    this.#in(IDLE_MS);
  }

  async #fail(reason: ServerFailure | 'locked', retryAfterMs: number | null): Promise<void> {
    const { now } = this.#ports;
    const delay = this.#backoff.next();
    this.#in(retryAfterMs ?? delay);
    const count = await this.#countUnsent();
    const why = stopOf(reason);
    if (reason === 'locked') return this.#publish({ state: 'locked' });
    if (why !== null) return this.#publish({ state: 'stopped', why, count });
    if (this.#state.state === 'local') return;
    this.#offlineSince ??= now();
    this.#publish({ state: 'offline', since: this.#offlineSince, count });
  }

  /** Between two rounds: what was just written waits. */
  async #publishWaiting(): Promise<void> {
    const { state } = this.#state;
    if (state !== 'synced' && state !== 'waiting') return;
    const count = await this.#countUnsent();
    if (count > 0 && this.#state.state === state) this.#publish({ state: 'waiting', count });
  }

  async #countUnsent(): Promise<number> {
    const { database, codec, vault } = this.#ports.stores;
    if (vault.state.state === 'not-set-up') return 0;
    const { agent } = await codec.writer();
    return await database.outbox.where('agent').equals(agent).count();
  }

  async #receive(message: SyncMessage): Promise<void> {
    const { stores } = this.#ports;
    switch (message.kind) {
      case 'ask':
        this.#publish(this.#state);
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
      case 'state':
        break;
    }
  }

  #publish(state: SyncState): void {
    this.#state = state;
    this.#channel.postMessage({ kind: 'state', state } satisfies SyncMessage);
  }
}

/** Failures that waiting alone does not mend. */
function stopOf(reason: ServerFailure | 'locked'): (SyncState & { state: 'stopped' })['why'] | null {
  switch (reason) {
    case 'signed-out':
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
