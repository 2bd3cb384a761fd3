import { type Signal, signal } from '@preact/signals';
import type { Member } from '../../../contract/api/members/member.ts';
import { MOST_CODES, type RefusedMember } from '../../../contract/api/members/member-import.ts';
import type { Role } from '../../../contract/api/members/role.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { MOST_PEOPLE_ROWS, readTableFile } from '../../../contract/table/read-table-file.ts';
import {
  type MemberEntry,
  type MemberIssue,
  readMemberTable,
} from '../../../rules/member-table/read-member-table.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { type MemberImportView, NO_IMPORT } from './member-import-view.ts';

/** A file of new members: read, shown with its errors, and added when the lead confirms. */
export class MemberImport {
  readonly #session: TeamSession;
  readonly #workOrders: Pack['workOrders'];
  readonly #view: Signal<MemberImportView> = signal(NO_IMPORT);
  /** A file that is chosen later is the one that counts. */
  #chosen = 0;

  constructor(session: TeamSession, { workOrders }: Pack) {
    this.#session = session;
    this.#workOrders = workOrders;
  }

  view(): MemberImportView {
    return this.#view.value;
  }

  async choose(file: File, members: readonly Member[], role: Role): Promise<void> {
    this.#chosen += 1;
    const chosen = this.#chosen;
    const table = await readTableFile(file, MOST_PEOPLE_ROWS);
    if (chosen !== this.#chosen) return;
    if (!table.ok) {
      this.#set({ refused: table.reason, preview: null });
      return;
    }
    const present = members.filter(({ leftAt }) => leftAt === null);
    const inUse = new Set(present.map(({ number }) => number));
    const reading = readMemberTable(table.rows, { role, inUse, workOrders: this.#workOrders });
    if (!reading.ok) this.#set({ refused: reading.reason, preview: null });
    else {
      const { entries, issues } = reading;
      this.#set({ refused: null, preview: { file: file.name, entries, issues } });
    }
  }

  forget(): void {
    this.#chosen += 1;
    this.#set({ refused: null, preview: null });
  }

  /** One request. Whom the server refuses is named with the cell, and nobody is added. */
  async confirm(server: LeadServer): Promise<void> {
    const { preview } = this.#view.value;
    if (preview === null || preview.entries.length === 0) return;
    const members = preview.entries.map(({ member }) => member);
    const answer = await this.#session.ask(server.addMembers({ members }));
    if (answer === null) return;
    const { added, refused } = answer;
    if (refused.length > 0) {
      const bad = new Set(refused.map(({ at }) => at));
      const entries = preview.entries.filter((_, at) => !bad.has(at));
      const issues = [...preview.issues, ...refused.flatMap((one) => issueOf(one, preview.entries))];
      this.#set({ preview: { ...preview, entries, issues } });
      this.#session.asked.value = { asked: 'refused', why: 'conflict' };
      return;
    }
    const withoutSlip = [...this.#view.value.withoutSlip, ...added.map(({ id }) => id)];
    this.#set({ refused: null, preview: null, withoutSlip });
  }

  /** Ids of added members whose slips come next; a code of 24 hours is no stock. */
  nextSlips(): readonly string[] {
    return this.#view.value.withoutSlip.slice(0, MOST_CODES);
  }

  slipsMade(members: readonly string[]): void {
    const made = new Set(members);
    this.#set({ withoutSlip: this.#view.value.withoutSlip.filter((id) => !made.has(id)) });
  }

  #set(more: Partial<MemberImportView>): void {
    this.#view.value = { ...this.#view.value, ...more };
  }
}

function issueOf({ at, why }: RefusedMember, entries: readonly MemberEntry[]): MemberIssue[] {
  const entry = entries[at];
  if (entry === undefined) return [];
  const { row, member } = entry;
  return why === 'not-allowed'
    ? [{ row, column: 'role', cell: member.role, why: 'role-not-yours' }]
    : [{ row, column: 'number', cell: member.number, why }];
}
