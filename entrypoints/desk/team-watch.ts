import type { ServerEvent } from '../../contract/events/server-event.ts';
import type { ScriptsModel } from './scripts-model.ts';
import { newestPack } from './team-packs.ts';
import type { TeamSession } from './team-session.ts';

/** Where no stream comes through, and while something is owed, the server is asked this often. */
const POLL_MS = 30_000;

/** Keeps the pack editor in step with the team while the page is open: the draft, and the pack that it is compared with. */
export class TeamWatch {
  readonly #session: TeamSession;
  readonly #scripts: ScriptsModel;

  constructor(session: TeamSession, scripts: ScriptsModel) {
    this.#session = session;
    this.#scripts = scripts;
  }

  begin(): void {
    this.#session.listen((event) => this.#hear(event));
    const lookIfSeen = () => {
      if (!document.hidden) this.look();
    };
    addEventListener('focus', lookIfSeen);
    addEventListener('online', lookIfSeen);
    document.addEventListener('visibilitychange', lookIfSeen);
    setInterval(() => {
      if (!this.#session.hears || this.#scripts.team.copy.value.copy !== 'team') lookIfSeen();
    }, POLL_MS);
    void this.#catchUp();
  }

  /** Something may be new, or owed. */
  look(): void {
    void this.#scripts.team.look();
  }

  #hear(event: ServerEvent): void {
    if (event.type === 'draft') this.look();
    if (event.type === 'hello' || event.type === 'reset' || event.type === 'release') void this.#catchUp();
  }

  /** First what the team has in use, then what is on the way: a draft like the pack in use goes along with it. */
  async #catchUp(): Promise<void> {
    const server = await this.#session.server();
    const pack = server === null ? null : await newestPack(server);
    if (pack !== null) this.#scripts.rebase(pack);
    if (server !== null) await this.#session.loadPeople();
    this.look();
  }
}
