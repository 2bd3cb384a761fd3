import { i18n } from '#i18n';
import type { Member } from '../../../contract/api/members/member.ts';
import { makeEnrolmentSecret } from '../../../contract/api/members/read-enrolment.ts';
import { type DeviceSetUp, type SipAccount, teamSettings } from '../../../contract/settings/device-set-up.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import type { Table } from '../../../contract/table/table.ts';
import type { SipAccountStore } from '../../../storage/vault/sip-account-store.ts';

interface SetUpParts {
  readonly accounts: Pick<SipAccountStore, 'all' | 'save'>;
  /** Of this browser: what a lead sets up here, the team's new devices get. */
  readonly settings: () => Promise<Settings>;
  readonly save: (file: ExportFile) => void;
}

export interface MadeSetUp {
  readonly setUp: DeviceSetUp;
  /** The account is new: the phone system does not know it yet. */
  readonly isNewAccount: boolean;
}

/** RFC 3261 §25.1, `user` without escapes. */
const SIP_USER = /^[A-Za-z0-9._~*+&=$,;?/!'()-]{1,200}$/;

/** What new devices of the team get. SIP passwords are made here, and stay in this browser. */
export class DeviceSetUps {
  readonly #parts: SetUpParts;

  constructor(parts: SetUpParts) {
    this.#parts = parts;
  }

  /** In the order of the members; accounts and settings are read once for all. */
  async forMembers(members: readonly Pick<Member, 'id' | 'number'>[]): Promise<readonly MadeSetUp[]> {
    const settings = await this.#parts.settings();
    const { accounts } = await this.#parts.accounts.all();
    return await Promise.all(
      members.map(async ({ id, number }) => {
        const known = accounts.get(id) ?? null;
        const made = known === null ? await this.#makeAccount(id, number, settings) : null;
        return {
          setUp: { settings: teamSettings(settings), account: known ?? made },
          isNewAccount: made !== null,
        };
      }),
    );
  }

  accounts(): ReturnType<SipAccountStore['all']> {
    return this.#parts.accounts.all();
  }

  async importAccount(member: string, account: SipAccount): Promise<void> {
    await this.#parts.accounts.save(member, account);
  }

  /** What the phone system needs of each account. */
  async accountTable(members: readonly Member[]): Promise<Table> {
    const { accounts } = await this.accounts();
    const { sipDomain } = await this.#parts.settings();
    const rows = members.flatMap(({ id, number, name, leftAt }) => {
      const account = leftAt === null ? accounts.get(id) : undefined;
      return account === undefined ? [] : [[number, name, account.user, sipDomain, account.password]];
    });
    const headings = [
      ...[i18n.t('lead.members.number'), i18n.t('lead.members.name')],
      ...[i18n.t('lead.members.accountUser'), i18n.t('lead.members.accountDomain')],
      i18n.t('lead.members.accountPassword'),
    ];
    return { headings, rows, timeZone: 'UTC' };
  }

  async saveAccounts(table: Table): Promise<void> {
    const name = i18n.t('lead.members.exportAccounts');
    this.#parts.save(await exportFile({ name, table, records: [] }, 'xlsx'));
  }

  /** Null where the team has no SIP server, or its calls are in a softphone of a web page. */
  async #makeAccount(member: string, number: string, settings: Settings): Promise<SipAccount | null> {
    const { phoneSource, sipServer, sipDomain } = settings;
    if (phoneSource !== 'sip' || sipServer === '' || sipDomain === '' || !SIP_USER.test(number)) return null;
    const account = { user: number, password: makeEnrolmentSecret() };
    await this.#parts.accounts.save(member, account);
    return account;
  }
}
