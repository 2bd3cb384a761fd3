import * as v from 'valibot';
import { callServer, fetchFromServer, TIMEOUT_MS } from '../../browser/server/call-server.ts';
import { MOST_DOCUMENT_BYTES, readBounded, readJson } from '../../browser/server/read-bounded.ts';
import { receiptsApi, releasesApi, teamKeysApi } from '../../contract/api/packs/packs-api.ts';
import type { Bytes } from '../../contract/release/ed25519.ts';
import { listsOf, rootWith } from '../../contract/release/find-root.ts';
import {
  type DueReleases,
  MOST_LIST_CHARACTERS,
  type Receipt,
} from '../../contract/release/release-messages.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import type { PackService } from './pack-service.ts';

/** A server names the release in use and those that start later; more are not fetched. */
const MOST_DUE = 50;

/** Fetches a team's releases and lists of signers from its server, and reports receipts to it. */
export class ReleaseFetcher {
  readonly #address: Link;
  readonly #team: string;
  readonly #packs: PackService;
  readonly #refuse: () => Promise<void>;
  /** Of the last list whose releases were all fetched. */
  #etag: string | null = null;
  #reported = '';

  /** `refuse`: the server sends the signers of another root, so it is not used any more. */
  constructor(link: Link, packs: PackService, refuse: () => Promise<void>) {
    this.#address = link;
    this.#team = link.me.team.id;
    this.#packs = packs;
    this.#refuse = refuse;
  }

  /** Fetches everything that is due. Does nothing while the server cannot be reached. */
  async fetchDue(): Promise<void> {
    await this.fetchKeys();
    const due = await this.#dueNow();
    if (due !== null) await this.#offerLost(due.releases);
    let fetchedAll = true;
    for (const { sequence, digest } of due?.releases.slice(0, MOST_DUE) ?? []) {
      if (!this.#packs.has(digest)) fetchedAll = (await this.fetchRelease(sequence)) && fetchedAll;
    }
    // Otherwise the same list is fetched again.
    if (due !== null && fetchedAll) this.#etag = due.etag;
    await this.reportReceipt();
  }

  /**
   * A server that names no release as new as the one here has lost it, by a fail-over or a restore:
   * it gets what this device holds. It knows itself what it has already.
   */
  async #offerLost(due: DueReleases['releases']): Promise<void> {
    const newest = Math.max(0, ...due.map(({ sequence }) => sequence));
    if (this.#packs.newestSequence <= newest) return;
    const { lists, releases } = await this.#packs.signedDocuments();
    const texts = lists.map(textOf).filter((text) => text.length <= MOST_LIST_CHARACTERS);
    for (const bytes of releases) {
      const body = { lists: texts, document: textOf(bytes) };
      const input = { params: { team: this.#team }, body };
      const answer = await callServer(this.#address, releasesApi.offer, input);
      // The rest is offered with the next round.
      if (!answer.ok && answer.reason === 'offline') return;
    }
  }

  /** Null: nothing new, or no answer. */
  async #dueNow(): Promise<(DueReleases & { readonly etag: string | null }) | null> {
    const known = this.#etag === null ? {} : { 'if-none-match': this.#etag };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { due } = releasesApi;
    try {
      const response = await fetchFromServer(this.#address, due, {}, known, signal);
      if (!response.ok) return null;
      const parsed = v.safeParse(due.answer, await readJson(response, due.mostAnswerBytes));
      return parsed.success ? { ...parsed.output, etag: response.headers.get('etag') } : null;
    } catch (error) {
      console.info(`releases: no answer, ${String(error)}`);
      return null;
    }
  }

  async fetchKeys(): Promise<void> {
    // An enrolment or the user may have brought the root meanwhile.
    if (this.#packs.trust?.team !== this.#team) await this.#packs.open(this.#team);
    const known = this.#packs.trust;
    const answer = await callServer(this.#address, teamKeysApi.lists, {
      params: { team: this.#team },
      query: { after: String(known?.sequence ?? 0) },
    });
    const lists = (answer.ok ? answer.value.documents : []).map((text) => new TextEncoder().encode(text));
    if (lists.length === 0 || (known === null && !(await this.#findRoot(lists)))) return;
    for (const bytes of listsOf(this.#packs.trust, lists)) {
      const accepted = await this.#packs.acceptKeys(bytes);
      // A page of this computer, or another round, has applied it meanwhile.
      if (accepted === 'out-of-order') continue;
      if (accepted === 'foreign') await this.#refuse();
      if (accepted !== 'accepted') return;
      // A release that was refused before may be valid with these keys.
      this.#etag = null;
    }
  }

  /**
   * The root has the fingerprint of the enrolment. Without one nothing is trusted before the user
   * has compared it; a server that has no such root is refused.
   */
  async #findRoot(lists: readonly Bytes[]): Promise<boolean> {
    const { fingerprint } = this.#address;
    const root = fingerprint === undefined ? null : await rootWith(fingerprint, lists);
    if (fingerprint === undefined) await this.#packs.waitForRoot();
    else if (root === null) await this.#refuse();
    if (root === null) return false;
    await this.#packs.believe({ team: this.#team, root, sequence: 0, signers: [] });
    return true;
  }

  /** False if it did not arrive. */
  async fetchRelease(sequence: number): Promise<boolean> {
    const input = { params: { team: this.#team, sequence } };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetchFromServer(this.#address, releasesApi.document, input, {}, signal).catch(
      () => null,
    );
    if (response?.ok !== true) return false;
    return await this.#acceptFrom(sequence, response.body);
  }

  /** A release from the event stream: gzip in base64. */
  async acceptPushed(sequence: number, document: string): Promise<void> {
    const packed = bytesOfBase64(document);
    if (packed === null) return;
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    await this.#acceptFrom(sequence, stream);
  }

  /** False if it did not arrive whole. */
  async #acceptFrom(
    sequence: number,
    body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  ): Promise<boolean> {
    const bytes = await readBounded(body, MOST_DOCUMENT_BYTES).catch((error: unknown) => {
      console.info(`releases: a document did not arrive, ${String(error)}`);
      return null;
    });
    if (bytes === null) return false;
    await this.accept(sequence, bytes);
    return true;
  }

  async accept(sequence: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const result = await this.#packs.acceptRelease(bytes);
    if (result === 'accepted' || result.reason === 'known' || result.reason === 'unconfirmed') return;
    const since = this.#packs.state.refused?.at ?? 0;
    await this.#report({ status: 'refused', sequence, since, reason: result.reason });
  }

  /** Reports which release is in use and which waits. Sent again, a receipt changes nothing. */
  async reportReceipt(): Promise<void> {
    const { inUse, waiting } = this.#packs.state;
    const now = JSON.stringify([inUse?.digest, inUse?.readAt, waiting]);
    if (now === this.#reported) return;
    const reported: boolean[] = [];
    if (inUse !== null) {
      const { sequence, since, readAt } = inUse;
      reported.push(await this.#report({ status: 'in-use', sequence, since, readAt }));
    }
    if (waiting !== null) {
      const { sequence, since } = waiting;
      reported.push(await this.#report({ status: 'waiting', sequence, since }));
    }
    if (!reported.includes(false)) this.#reported = now;
  }

  async #report(receipt: Receipt): Promise<boolean> {
    return (await callServer(this.#address, receiptsApi.report, { body: receipt })).ok;
  }
}

function textOf(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}

/** Null if it is no base64. */
function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
