import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import { dialogSchema } from '../../calls/dialog.ts';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../calls/vocabulary/instant.ts';
import type { Database } from '../database.ts';
import { TABLE_RETENTION } from '../retention/table-retention.ts';
import type { Codec } from '../vault/codec.ts';

const keptDialogSchema = v.strictObject({
  /** Whose call it was: only the same account may end it. */
  user: boundedText(400),
  domain: boundedText(400),
  at: instantSchema,
  dialog: dialogSchema,
});

export type KeptDialog = v.InferOutput<typeof keptDialogSchema>;

const LONGEST_MS = TABLE_RETENTION.dialogs.days * 24 * 3_600_000;

/** Deletes what a dead host left and no later one could end: it names the number of the call. */
export async function expireDialogs({ dialogs }: Database, now: Instant): Promise<void> {
  await dialogs.filter(({ since }) => !(Math.abs(now - since) < LONGEST_MS)).delete();
}

interface DialogPorts {
  readonly database: Database;
  readonly codec: Codec;
}

/** The SIP dialogs of the calls that are up, encrypted. A row lives as long as its call. */
export class DialogStore {
  readonly #ports: DialogPorts;

  constructor(ports: DialogPorts) {
    this.#ports = ports;
  }

  /** `id` is random: the id of a call could be looked up at the phone system. */
  async put(id: string, kept: KeptDialog): Promise<void> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const encrypted = await codec.encode('dialogs', id, kept);
    await database.dialogs.put({ id, agent, since: kept.at, encrypted });
  }

  async delete(id: string): Promise<void> {
    await this.#ports.database.dialogs.delete(id);
  }

  async ids(): Promise<readonly string[]> {
    return await this.#ports.database.dialogs.toCollection().primaryKeys();
  }

  /** `none`: of another agent, gone, or unreadable for good. */
  async read(id: string): Promise<KeptDialog | 'locked' | 'none'> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const row = await database.dialogs.get(id);
    if (row === undefined || row.agent !== agent) return 'none';
    const decoded = await codec.decode('dialogs', id, row.encrypted);
    if (!decoded.ok) return decoded.reason === 'locked' ? 'locked' : 'none';
    const kept = v.safeParse(keptDialogSchema, decoded.record);
    return kept.success ? kept.output : 'none';
  }
}
