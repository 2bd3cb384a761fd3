import { type Signal, signal } from '@preact/signals';
import type { Member } from '../../../contract/api/members/member.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { MembersAction, MembersView, WorkOrderRoleChoice } from '../frame/server-view.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { DeviceSetUps } from './device-set-ups.ts';
import { EnrolmentCodes } from './enrolment-codes.ts';
import { MemberImport } from './member-import.ts';

type Loaded = Omit<MembersView, 'asked' | 'workOrderRoles' | 'imported'>;
/** What needs the server. */
type ServerAction = Exclude<MembersAction, { do: 'hide-code' | 'choose-file' | 'forget-file' }>;

const EMPTY: Loaded = {
  ...{ me: null, members: [], devices: [], retentionDays: null, code: null, slips: [], erased: null },
  accounts: 0,
};

/** The members page: members, their devices, and how long caller data is kept. */
export class MembersModel {
  readonly #session: TeamSession;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);
  readonly #workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly #setUps: DeviceSetUps | null;
  readonly #codes: EnrolmentCodes;
  readonly #import: MemberImport;

  /** `setUps`: null where new devices get nothing but their membership. */
  constructor(session: TeamSession, pack: Pack, language: PackLanguage, setUps: DeviceSetUps | null = null) {
    this.#session = session;
    this.#setUps = setUps;
    this.#codes = new EnrolmentCodes(session, setUps);
    this.#import = new MemberImport(session, pack);
    this.#workOrderRoles = pack.workOrders.owners.map(({ id, name }) => ({
      id,
      label: textIn(name, language),
    }));
  }

  view(): MembersView {
    return {
      ...{ ...this.#loaded.value, workOrderRoles: this.#workOrderRoles },
      ...{ imported: this.#import.view(), asked: this.#session.asked.value },
    };
  }

  async load(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    const [members, devices, me] = await Promise.all([server.members(), server.devices(), server.me()]);
    const shown = this.#session.shown(members);
    if (shown === null || !devices.ok || !me.ok) return;
    const { id, role } = me.value.member;
    const { retentionDays } = me.value.team;
    const accounts = (await this.#setUps?.accounts())?.accounts.size ?? 0;
    this.#set({ me: { id, role }, ...shown, ...devices.value, retentionDays, accounts });
  }

  readonly act = async (action: MembersAction): Promise<void> => {
    if (action.do === 'hide-code') return this.#set({ code: null, slips: [] });
    if (action.do === 'forget-file') return this.#import.forget();
    if (action.do === 'choose-file') {
      const { members, me } = this.#loaded.value;
      return me === null ? undefined : await this.#import.choose(action.file, members, me.role);
    }
    const server = await this.#session.server();
    if (server === null) return;
    await this.#do(action, server);
    await this.load();
  };

  async #do(action: ServerAction, server: LeadServer): Promise<void> {
    const session = this.#session;
    switch (action.do) {
      case 'add-member': {
        const member = await session.ask(server.addMember(action.member));
        if (member !== null) await this.#makeCode(member, server);
        break;
      }
      case 'change-member':
        await session.ask(server.changeMember(action.member, action.change));
        break;
      case 'make-code': {
        const member = this.#loaded.value.members.find(({ id }) => id === action.member);
        if (member !== undefined) await this.#makeCode(member, server);
        break;
      }
      case 'import-members':
        await this.#import.confirm(server);
        break;
      case 'make-slips':
        await this.#makeSlips(server);
        break;
      case 'export-accounts':
        await this.#exportAccounts(server);
        break;
      case 'revoke-device':
        await session.ask(server.revokeDevice(action.device));
        break;
      case 'keep-for':
        await session.ask(server.keepFor(action.days));
        break;
      case 'erase-number': {
        const erased = await session.ask(server.erase(action.number));
        if (erased !== null) this.#set({ erased });
        break;
      }
      default:
        action satisfies never;
    }
  }

  async #makeCode(member: Member, server: LeadServer): Promise<void> {
    const code = await this.#codes.forMember(server, member);
    if (code !== null) this.#set({ code, slips: [] });
  }

  async #makeSlips(server: LeadServer): Promise<void> {
    const ids = new Set(this.#import.nextSlips());
    const members = this.#loaded.value.members.filter(({ id, leftAt }) => ids.has(id) && leftAt === null);
    if (members.length === 0) return;
    const slips = await this.#codes.forMembers(server, members);
    if (slips === null) return;
    this.#import.slipsMade([...ids]);
    this.#set({ slips, code: null });
  }

  async #exportAccounts(server: LeadServer): Promise<void> {
    const setUps = this.#setUps;
    if (setUps === null) return;
    const { members } = this.#loaded.value;
    const table = await setUps.accountTable(members);
    // Before the file: who could not be recorded exports nothing.
    const recorded = await this.#session.ask(server.recordAccountExport(table.rows.length));
    if (recorded !== null) await setUps.saveAccounts(table);
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}
