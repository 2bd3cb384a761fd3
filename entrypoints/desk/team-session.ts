import { type Signal, signal } from '@preact/signals';
import type { Asked, TeamGap } from '../../components/desk/server-view.ts';
import type { Stores } from '../../notes/open-stores.ts';
import type { SyncAnswer, SyncFailure } from '../../notes/sync/sync-server.ts';
import { DeskServer } from './desk-server.ts';

/** This browser's place in a team, for the pages of the desk that need the server. */
export class TeamSession {
  readonly gap: Signal<TeamGap | null> = signal('loading');
  readonly asked: Signal<Asked> = signal({ asked: 'nothing' });
  readonly #stores: Stores;
  #server: DeskServer | null = null;

  constructor(stores: Stores) {
    this.#stores = stores;
  }

  /** The server, or null with `gap` saying why not. Looked up once; again after a gap. */
  async server(): Promise<DeskServer | null> {
    if (this.#server !== null) return this.#server;
    if (this.#stores.vault.state.state === 'not-set-up') return this.#no('not-joined');
    const reading = await this.#stores.links.read();
    if (reading.state === 'none') return this.#no('not-joined');
    if (reading.state === 'locked') return this.#no('locked');
    this.#server = new DeskServer(reading.link);
    return this.#server;
  }

  /** What a page shows: `gap` is cleared by the first answer, and said of the first refusal. */
  shown<T>(answer: SyncAnswer<T>): T | null {
    this.gap.value = answer.ok ? null : gapOf(answer.reason);
    return answer.ok ? answer.value : null;
  }

  /** Something was asked: says so, and what came of it. */
  async ask<T>(request: Promise<SyncAnswer<T>>): Promise<T | null> {
    this.asked.value = { asked: 'busy' };
    const answer = await request;
    this.asked.value = answer.ok ? { asked: 'done' } : { asked: 'refused', why: refusalOf(answer.reason) };
    return answer.ok ? answer.value : null;
  }

  #no(gap: TeamGap): null {
    this.gap.value = gap;
    return null;
  }
}

function gapOf(reason: SyncFailure): TeamGap {
  switch (reason) {
    case 'offline':
    case 'unavailable':
      return 'offline';
    case 'not-allowed':
    case 'signed-out':
      return reason;
    default:
      return 'failed';
  }
}

function refusalOf(reason: SyncFailure): (Asked & { asked: 'refused' })['why'] {
  return reason === 'conflict' || reason === 'malformed' ? reason : gapOf(reason);
}
