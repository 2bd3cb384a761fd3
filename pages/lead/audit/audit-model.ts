import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { AuditEntry } from '../../../contract/api/audit.ts';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { ReviewServer } from '../review/review-server.ts';
import { auditFile } from './audit-file.ts';
import type { AuditAction, AuditView } from './audit-view.ts';

interface AuditParts {
  readonly session: TeamSession;
  readonly now: () => Instant;
  /** Downloads the file. */
  readonly save: (file: ExportFile) => void;
}

/** The server's page size. After a full page there may be another one. */
const PAGE = 200;
/** Of an export: 20,000 entries. */
const MOST_PAGES = 100;

/** The audit log, page by page. */
export class AuditModel {
  readonly view: Signal<AuditView> = signal({
    ...{ group: null, entries: [], more: false, members: new Map(), busy: true, exported: null },
  });
  readonly #parts: AuditParts;

  constructor(parts: AuditParts) {
    this.#parts = parts;
  }

  readonly act = async (action: AuditAction): Promise<void> => {
    switch (action.do) {
      case 'narrow':
        this.#set({ group: action.group, entries: [], more: false, exported: null });
        return await this.#read();
      case 'more':
        return await this.#read();
      case 'export':
        return await this.#export();
      default:
        action satisfies never;
    }
  };

  async load(): Promise<void> {
    this.#set({ entries: [], more: false, exported: null });
    const members = await (await this.#parts.session.server())?.members();
    if (members?.ok === true) {
      this.#set({ members: new Map(members.value.members.map((member) => [member.id, member])) });
    }
    await this.#read();
  }

  async #read(): Promise<void> {
    const { group, entries } = this.view.value;
    this.#set({ busy: true });
    const page = await this.#page(group, entries.at(-1));
    // The filter changed in the meantime, or another read was faster.
    if (this.view.value.group !== group || this.view.value.entries !== entries) return;
    if (page === null) return this.#set({ busy: false });
    this.#set({ entries: [...entries, ...page], more: page.length === PAGE, busy: false });
  }

  /** From the newest on, as the server has it now. */
  async #export(): Promise<void> {
    const { members, group } = this.view.value;
    const { now, save } = this.#parts;
    this.#set({ busy: true, exported: null });
    const all: AuditEntry[] = [];
    for (let pages = 0, isLast = false; !isLast && pages < MOST_PAGES; pages += 1) {
      const page = await this.#page(group, all.at(-1));
      if (page === null) return this.#set({ busy: false });
      all.push(...page);
      isLast = page.length < PAGE;
    }
    const file = await auditFile(all, members, now());
    save(file);
    this.#set({ busy: false, exported: file.name });
  }

  /** The entries after `last`; null if there is no answer, with the reason in the session. */
  async #page(
    group: AuditView['group'],
    last: AuditEntry | undefined,
  ): Promise<readonly AuditEntry[] | null> {
    const { session } = this.#parts;
    const server = await session.server();
    if (server === null) return null;
    const before = last === undefined ? null : `${last.at}.${last.id}`;
    const review = new ReviewServer(server.link);
    return session.shown(await review.audit(group, before))?.entries ?? null;
  }

  #set(more: Partial<AuditView>): void {
    this.view.value = { ...this.view.value, ...more };
  }
}
