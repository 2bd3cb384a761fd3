import * as v from 'valibot';
import { type SipAccount, sipAccountSchema } from '../../contract/settings/device-set-up.ts';
import type { Database } from '../database.ts';
import type { Codec } from './codec.ts';

interface SipAccountPorts {
  readonly database: Database;
  readonly codec: Codec;
}

/** The SIP accounts that a lead made or imported, by member. No server has them. */
export class SipAccountStore {
  readonly #ports: SipAccountPorts;

  constructor(ports: SipAccountPorts) {
    this.#ports = ports;
  }

  async save(member: string, account: SipAccount): Promise<void> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const encrypted = await codec.encode('sipAccounts', `${agent} ${member}`, account);
    await database.sipAccounts.put({ agent, member, encrypted });
  }

  /** Those that can be decrypted now. `locked`: how many more there are. */
  async all(): Promise<{ readonly accounts: ReadonlyMap<string, SipAccount>; readonly locked: number }> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const rows = await database.sipAccounts.where('agent').equals(agent).toArray();
    const accounts = new Map<string, SipAccount>();
    let locked = 0;
    for (const { member, encrypted } of rows) {
      const decoded = await codec.decode('sipAccounts', `${agent} ${member}`, encrypted);
      if (!decoded.ok && decoded.reason === 'locked') locked += 1;
      const parsed = v.safeParse(sipAccountSchema, decoded.ok ? decoded.record : null);
      if (parsed.success) accounts.set(member, parsed.output);
    }
    return { accounts, locked };
  }
}
