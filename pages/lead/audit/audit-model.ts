import { type Signal, signal } from '@preact/signals';
import type { TeamSession } from '../frame/team-session.ts';
import { ReviewServer } from '../review/review-server.ts';
import type { AuditAction, AuditView } from './audit-view.ts';

/** The server's page size. After a full page there may be another one. */
const PAGE = 200;

/** The audit log, page by page. */
export class AuditModel {
  readonly view: Signal<AuditView> = signal({
    ...{ group: null, entries: [], more: false, members: new Map(), busy: true },
  });
  readonly #session: TeamSession;

  constructor(session: TeamSession) {
    this.#session = session;
  }

  readonly act = async (action: AuditAction): Promise<void> => {
    switch (action.do) {
      case 'narrow':
        this.#set({ group: action.group, entries: [], more: false });
        break;
      case 'more':
        break;
      default:
        action satisfies never;
    }
    await this.#read();
  };

  async load(): Promise<void> {
    this.#set({ entries: [], more: false });
    const members = await (await this.#session.server())?.members();
    if (members?.ok === true) {
      this.#set({ members: new Map(members.value.members.map((member) => [member.id, member])) });
    }
    await this.#read();
  }

  async #read(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    const { group, entries } = this.view.value;
    const last = entries.at(-1);
    this.#set({ busy: true });
    const before = last === undefined ? null : `${last.at}.${last.id}`;
    const answer = this.#session.shown(await new ReviewServer(server.link).audit(group, before));
    // The filter changed in the meantime, or another read was faster.
    if (this.view.value.group !== group || this.view.value.entries !== entries) return;
    if (answer === null) return this.#set({ busy: false });
    const all = [...entries, ...answer.entries];
    this.#set({ entries: all, more: answer.entries.length === PAGE, busy: false });
  }

  #set(more: Partial<AuditView>): void {
    this.view.value = { ...this.view.value, ...more };
  }
}
