import { effect } from '@preact/signals';
import { Backoff } from '../../../calls/timing/backoff.ts';
import type { ServerEvent } from '../../../contract/api/events/server-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ScriptsModel } from '../scripts/scripts-model.ts';
import type { TeamCopy } from '../scripts/scripts-view.ts';
import { teamPack } from './team-packs.ts';
import type { TeamSession } from './team-session.ts';

/** Where no stream comes through, the server is asked this often. */
const POLL_MS = 30_000;
/** What a later upload may get through. */
const PASSING = new Set(['offline', 'too-many', 'failed']);
const RETRY_LIMITS = { firstMs: 500, longestMs: POLL_MS };

type WatchedSession = Pick<
  TeamSession,
  'gap' | 'isStreamOpen' | 'listen' | 'loadPeople' | 'names' | 'server' | 'trust'
>;
interface WatchedScripts extends Pick<ScriptsModel, 'base' | 'rebase'> {
  readonly team: Pick<ScriptsModel['team'], 'copy' | 'sync'>;
}

/**
 * Keeps the pack editor up to date while the page is open: the shared draft, and the pack in use
 * that it is compared with.
 */
export class TeamWatch {
  readonly #session: WatchedSession;
  readonly #scripts: WatchedScripts;
  #retry: ReturnType<typeof setTimeout> | null = null;
  readonly #backoff = new Backoff(RETRY_LIMITS, () => 0.5 + Math.random() / 2);

  constructor(session: WatchedSession, scripts: WatchedScripts) {
    this.#session = session;
    this.#scripts = scripts;
  }

  begin(): void {
    this.#session.listen((event) => this.#onEvent(event));
    const refreshIfVisible = () => {
      if (!document.hidden) this.#refreshNow();
    };
    addEventListener('focus', refreshIfVisible);
    // Also while hidden: what was written offline is to reach the colleagues.
    addEventListener('online', () => this.#refreshNow());
    document.addEventListener('visibilitychange', refreshIfVisible);
    setInterval(() => {
      if (!this.#session.isStreamOpen) refreshIfVisible();
    }, POLL_MS);
    effect(() => this.#onCopy(this.#scripts.team.copy.value));
    void this.#catchUp();
  }

  /** There may be news, or items to send. */
  refresh(): void {
    void this.#scripts.team.sync();
  }

  /**
   * Retries a failed upload with growing waits. Going online or focusing the page retries at once.
   */
  #onCopy(copy: TeamCopy): void {
    if (copy.copy === 'team') this.#backoff.reset();
    if (copy.copy !== 'here' || !PASSING.has(copy.why)) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.refresh(), this.#backoff.next());
  }

  #onEvent(event: ServerEvent): void {
    if (event.type === 'draft') {
      this.refresh();
      // Somebody who joined since.
      if (!this.#session.names.value.has(event.by)) void this.#session.loadPeople();
    }
    if (event.type === 'hello' || event.type === 'reset' || event.type === 'release') void this.#catchUp();
  }

  /** The network may be back a little later than the event says so: the next waits are short. */
  #refreshNow(): void {
    this.#backoff.reset();
    this.refresh();
  }

  /** Loads the pack in use first, then syncs the draft on top of it. */
  async #catchUp(): Promise<void> {
    const server = await this.#session.server();
    const pack =
      server === null ? this.#ownPack() : await teamPack(server, await this.#session.trust(server));
    if (pack !== null) this.#scripts.rebase(pack);
    if (server !== null) await this.#session.loadPeople();
    this.refresh();
  }

  /** Without a team, what this browser uses is what the draft is laid on. */
  #ownPack(): Pack | null {
    return this.#session.gap.value === 'not-joined' ? this.#scripts.base.value : null;
  }
}
