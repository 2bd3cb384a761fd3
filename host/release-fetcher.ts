import * as v from 'valibot';
import {
  dueReleasesSchema,
  type Receipt,
  teamKeyListsSchema,
} from '../contract/pack-release/release-messages.ts';
import { firstTrust } from '../contract/pack-release/team-trust.ts';
import { askServer, type ServerAddress } from './ask-server.ts';
import { fetchFromServer } from './fetch-from-server.ts';
import type { PackDesk } from './pack-desk.ts';

const PATIENCE_MS = 30_000;

/** Brings a team's releases and lists of signers from its server to the pack desk, and receipts back. */
export class ReleaseFetcher {
  readonly #address: ServerAddress;
  readonly #team: string;
  readonly #desk: PackDesk;
  #told = '';

  constructor(address: ServerAddress, team: string, desk: PackDesk) {
    this.#address = address;
    this.#team = team;
    this.#desk = desk;
  }

  /** Everything that is due, in whichever way it was missed. Does nothing while the server cannot be reached. */
  async fetchDue(): Promise<void> {
    await this.fetchKeys();
    const due = await askServer(this.#address, '/v1/releases', dueReleasesSchema, null);
    for (const { sequence, digest } of due.ok ? due.value.releases : []) {
      if (!this.#desk.has(digest)) await this.fetchRelease(sequence);
    }
    await this.tellReceipt();
  }

  async fetchKeys(): Promise<void> {
    const known = this.#desk.trust?.team === this.#team ? this.#desk.trust : null;
    const path = `/v1/teams/${this.#team}/team-keys?after=${known?.sequence ?? 0}`;
    const answer = await askServer(this.#address, path, teamKeyListsSchema, null);
    for (const document of answer.ok ? answer.value.documents : []) {
      const bytes = new TextEncoder().encode(document);
      if (this.#desk.trust?.team !== this.#team) {
        const trust = firstTrust(this.#team, bytes);
        if (trust === null) return;
        await this.#desk.believe(trust);
      }
      if (!(await this.#desk.takeKeys(bytes))) return;
    }
  }

  async fetchRelease(sequence: number): Promise<void> {
    const path = `/v1/teams/${this.#team}/releases/${sequence}`;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetchFromServer(this.#address, path, {}, signal).catch(() => null);
    if (response?.ok !== true) return;
    await this.take(sequence, new Uint8Array(await response.arrayBuffer()));
  }

  /** As pushed on the event stream: gzip in base64. */
  async takePushed(sequence: number, document: string): Promise<void> {
    const packed = Uint8Array.from(atob(document), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    await this.take(sequence, new Uint8Array(await new Response(stream).arrayBuffer()));
  }

  async take(sequence: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const result = await this.#desk.takeRelease(bytes);
    if (result === 'taken' || result.reason === 'known') return;
    const since = this.#desk.state.refused?.at ?? 0;
    await this.#tell({ standing: 'refused', sequence, since, reason: result.reason });
  }

  /** What is in use and what waits, as often as it changes; the server takes the same twice as once. */
  async tellReceipt(): Promise<void> {
    const { inUse, waiting } = this.#desk.state;
    const now = JSON.stringify([inUse?.digest, inUse?.readAt, waiting]);
    if (now === this.#told) return;
    const told: boolean[] = [];
    if (inUse !== null) {
      const { sequence, since, readAt } = inUse;
      told.push(await this.#tell({ standing: 'in-use', sequence, since, readAt }));
    }
    if (waiting !== null) {
      const { sequence, since } = waiting;
      told.push(await this.#tell({ standing: 'waiting', sequence, since }));
    }
    if (!told.includes(false)) this.#told = now;
  }

  async #tell(receipt: Receipt): Promise<boolean> {
    return (await askServer(this.#address, '/v1/receipts', v.strictObject({}), receipt)).ok;
  }
}
