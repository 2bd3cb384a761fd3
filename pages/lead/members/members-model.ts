import { type Signal, signal } from '@preact/signals';
import { bindEnrolment } from '../../../contract/api/members/enrolment-binding.ts';
import { encryptSetUp } from '../../../contract/api/members/enrolment-set-up.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import { makeEnrolmentSecret, writeEnrolmentLink } from '../../../contract/api/members/read-enrolment.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { anchorOf } from '../../../contract/release/team-trust.ts';
import { makeFirstSigners } from '../frame/first-signers.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { MembersAction, MembersView, WorkOrderRoleChoice } from '../frame/server-view.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { DeviceSetUps } from './device-set-ups.ts';

type Loaded = Omit<MembersView, 'asked' | 'workOrderRoles'>;

const EMPTY: Loaded = {
  ...{ me: null, members: [], devices: [], retentionDays: null, code: null, erased: null },
  accounts: 0,
};

/** The members page: members, their devices, and how long caller data is kept. */
export class MembersModel {
  readonly #session: TeamSession;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);
  readonly #workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly #setUps: DeviceSetUps | null;

  /** `setUps`: null where new devices get nothing but their membership. */
  constructor(
    session: TeamSession,
    { workOrders }: Pack,
    language: PackLanguage,
    setUps: DeviceSetUps | null = null,
  ) {
    this.#session = session;
    this.#setUps = setUps;
    this.#workOrderRoles = workOrders.owners.map(({ id, name }) => ({ id, label: textIn(name, language) }));
  }

  view(): MembersView {
    return { ...this.#loaded.value, workOrderRoles: this.#workOrderRoles, asked: this.#session.asked.value };
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
    if (action.do === 'hide-code') {
      this.#set({ code: null });
      return;
    }
    const server = await this.#session.server();
    if (server === null) return;
    await this.#do(action, server);
    await this.load();
  };

  async #do(action: Exclude<MembersAction, { do: 'hide-code' }>, server: LeadServer): Promise<void> {
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
    const root = await this.#root(server);
    const { server: origin, me } = server.link;
    const secret = makeEnrolmentSecret();
    const enrolment = { organisation: me.organisation.id, team: me.team.id, member: member.id };
    const binding = root === null ? null : await bindEnrolment(secret, { ...enrolment, root });
    const own = binding === null ? null : ((await this.#setUps?.forMember(member)) ?? null);
    const body = {
      ...(binding === null ? {} : { binding }),
      ...(binding === null || own === null ? {} : { setUp: await encryptSetUp(secret, binding, own.setUp) }),
    };
    const made = await this.#session.ask(server.makeCode(member.id, body));
    if (made === null) return;
    const { code } = made;
    this.#set({
      code: {
        ...{ ...made, member: member.name, server: origin },
        newAccount: own?.isNewAccount === true ? (own.setUp.account?.user ?? null) : null,
        code: root === null ? code : `${code}-${await fingerprintOf(root)}`,
        link: root === null ? null : writeEnrolmentLink({ server: origin, code, root, secret }),
      },
    });
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

  /**
   * From this browser's own trust, so that the new device does not have to trust the server for it.
   * Null where this browser does not know it: then the new device's user compares the fingerprint.
   */
  async #root(server: LeadServer): Promise<string | null> {
    const reading = await this.#session.trust(server);
    if (!reading.ok) return null;
    if (reading.value !== null) return anchorOf(reading.value);
    const key = await this.#session.signingKey();
    const first = key === null ? null : await makeFirstSigners(this.#session, server, key);
    return first === null ? null : anchorOf(first);
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}
