import type { Instant } from '../../calls/call-event.ts';
import { liveCalls } from '../../calls/fold-phone.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import { PACK_CHANNEL, type PackMessage, type PackState } from '../../contract/messages/pack-message.ts';
import type { Bytes } from '../../contract/release/ed25519.ts';
import type { Release } from '../../contract/release/release.ts';
import { type AppliedKeys, applyTeamKeys, type TeamTrust } from '../../contract/release/team-trust.ts';
import { openRelease, type ReleaseRefusal, verifyRelease } from '../../contract/release/verify-release.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { chooseRelease, type HeldRelease, isMeantFor } from '../../rules/scripts/roll-out.ts';
import type { PackStore } from '../../storage/packs/pack-store.ts';
import type { JournalStream } from '../call/live-journal.ts';
import { Listeners } from '../listeners.ts';
import { HostPart, OneTimer, onMessage, type Undo } from '../part.ts';
import { readHeldReleases, type SignedDocuments, signedDocuments } from './held-releases.ts';
import { packState } from './pack-state.ts';

interface PackNeeds {
  readonly journal: JournalStream;
  readonly store: PackStore;
  readonly settings: { readonly value: Pick<Settings, 'agentNumber'> };
  /**
   * Called at the moment of the swap, before anything else is journaled. Null: the pack that came
   * with the extension.
   */
  readonly packs: { swap(release: Release | null): void };
  readonly now: () => Instant;
}

/** Longer waits are cut into pieces: a long timer would overflow. */
const LONGEST_TIMER_MS = 3_600_000;

/**
 * Decides which script pack is in use. It accepts releases, refuses those that are not valid here,
 * and swaps the pack while no call is up.
 */
export class PackService extends HostPart<PackNeeds> {
  readonly #channel = new BroadcastChannel(PACK_CHANNEL);
  readonly #queue = new SerialQueue();
  readonly #timer = new OneTimer();
  readonly #listeners = new Listeners();
  #trust: TeamTrust | null = null;
  /** Whose trust that is. An answer that comes after another agent signed in changes nothing. */
  #agent = '';
  #inUse: HeldRelease | null = null;
  #waiting: readonly HeldRelease[] = [];
  #refused: PackState['refused'] = null;
  #refusedBytes: Bytes = new Uint8Array();

  /** Resolves when the stored releases are read. */
  start(): Promise<void> {
    this.undoOnStop(
      onMessage<PackMessage>(this.#channel, (message) => this.#onMessage(message)),
      this.needs.journal.subscribe(() => this.#chooseLater()),
    );
    return this.open();
  }

  override async stop(): Promise<void> {
    super.stop();
    await this.#queue.idle();
    this.#timer.clear();
  }

  /** Called after a change that is reported to the team's server. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  get state(): PackState {
    return packState(this.#inUse, this.#waiting, this.#refused, this.needs.now());
  }

  get trust(): TeamTrust | null {
    return this.#trust;
  }

  /** True if the release is in use or waits: it need not be fetched. */
  has(digest: string): boolean {
    return [this.#inUse, ...this.#waiting].some((held) => held?.release.digest === digest);
  }

  /** The highest sequence of the releases in use and waiting; 0 for none. */
  get newestSequence(): number {
    const held = [this.#inUse, ...this.#waiting].map((one) => one?.release.sequence ?? 0);
    return Math.max(0, ...held);
  }

  /** What this device could bring back to a server that has lost it, oldest first. */
  signedDocuments(): Promise<SignedDocuments> {
    return this.#queue.run(async () => signedDocuments(this.needs.store, this.#trust));
  }

  /**
   * Reads the stored releases, from now on those of `team` if one is given. One that fails the
   * check against the current keys is not used.
   */
  open(team: string | null = null): Promise<void> {
    return this.#queue.run(async () => {
      if (team !== null) await this.needs.store.enter(team);
      await this.#open();
    });
  }

  /** Trusts the root of a team. A root that is trusted for that team already stays. */
  believe(trust: TeamTrust): Promise<void> {
    return this.#queue.run(async () => {
      const { store } = this.needs;
      if (store.agent !== this.#agent) return;
      if ((await store.trustOf(trust.team)) === null) await store.believe(trust);
      await this.#open();
    });
  }

  /** The team has releases, but nobody has compared the fingerprint of its root. */
  waitForRoot(): Promise<void> {
    return this.#queue.run(async () => {
      this.#refuse({ ok: false, reason: 'unconfirmed' }, this.needs.now(), new Uint8Array());
    });
  }

  /** Applies the next list of signers. `foreign`: it is of another team, or of another root. */
  acceptKeys(bytes: Bytes): Promise<'accepted' | (AppliedKeys & { ok: false })['reason']> {
    return this.#queue.run(async () => {
      const { store } = this.needs;
      if (this.#trust === null || store.agent !== this.#agent) return 'out-of-order';
      const accepted = await applyTeamKeys(this.#trust, bytes);
      if (!accepted.ok) return accepted.reason;
      this.#trust = accepted.trust;
      await store.believe(accepted.trust, bytes);
      await this.#dropRetired(accepted.trust);
      return 'accepted';
    });
  }

  /** A waiting release whose signer was retired meanwhile never starts. */
  async #dropRetired(trust: TeamTrust): Promise<void> {
    const { store } = this.needs;
    for (const { digest, status, bytes } of await store.live(trust.team)) {
      if (status !== 'waiting' || (await openRelease(bytes, trust)).ok) continue;
      await store.drop(digest);
      this.#waiting = this.#waiting.filter(({ release }) => release.digest !== digest);
    }
    this.#publish();
  }

  /** A release from any origin: only its signature counts. */
  acceptRelease(bytes: Bytes): Promise<'accepted' | ReleaseRefusal> {
    return this.#queue.run(async () => {
      const { store, now, settings } = this.needs;
      const [at, known] = [now(), this.#inUse?.release ?? null];
      const verdict =
        this.#trust === null
          ? ({ ok: false, reason: 'unconfirmed' } as const)
          : await verifyRelease(bytes, this.#trust, known, this.#provenTime(at));
      if (!verdict.ok) {
        if (verdict.reason !== 'known') this.#refuse(verdict, at, bytes);
        return verdict;
      }
      const { release } = verdict;
      const { agentNumber } = settings.value;
      if (!isMeantFor(release, agentNumber) || this.has(release.digest)) return 'accepted';
      await store.lay(release, bytes, at);
      this.#refused = null;
      this.#waiting = [...this.#waiting, { release, since: at, readAt: null }];
      await this.#choose();
      return 'accepted';
    });
  }

  /** The later of the clock and the newest release that was verified: a clock may be set back. */
  #provenTime(now: Instant): Instant {
    return Math.max(now, ...this.#waiting.map(({ release }) => release.issuedAt));
  }

  #onMessage(message: PackMessage): void {
    switch (message.kind) {
      case 'ask':
        this.#publish();
        break;
      case 'note-read':
        void this.#noteRead(message.digest);
        break;
      case 'state':
      case 'swapped':
        break;
    }
  }

  /** After every entry, because a call may have ended, and when a waiting release starts. */
  #chooseLater(): void {
    if (this.#waiting.length > 0) void this.#queue.run(() => this.#choose());
  }

  async #open(): Promise<void> {
    const { store, packs, now } = this.needs;
    this.#agent = store.agent;
    this.#trust = await store.trust();
    const { inUse, waiting, refused } = await readHeldReleases(store, this.#trust);
    this.#inUse = inUse;
    this.#waiting = waiting;
    if (refused !== null) this.#refused = { refusal: refused, at: now() };
    else if (this.#trust !== null && this.#refused?.refusal.reason === 'unconfirmed') this.#refused = null;
    packs.swap(this.#inUse?.release ?? null);
    await this.#choose();
  }

  async #choose(): Promise<void> {
    this.#timer.clear();
    const { store, journal, now, packs } = this.needs;
    const at = now();
    const isInCall = liveCalls(journal.phone).length > 0;
    const { next, waiting, again } = chooseRelease(this.#inUse, this.#waiting, isInCall, at);
    const passed = this.#waiting.filter((held) => held !== next && !waiting.includes(held));
    this.#waiting = waiting;
    if (next !== null) {
      this.#inUse = { release: next.release, since: at, readAt: null };
      // In memory first, at once: a call may ring while the disk is written.
      packs.swap(next.release);
    }
    if (again !== null) {
      this.#timer.set(Math.min(again - at, LONGEST_TIMER_MS), () => this.#chooseLater());
    }
    this.#publish();
    if (next !== null) {
      const { team, digest } = next.release;
      await store.use(
        team,
        digest,
        passed.map(({ release }) => release.digest),
        at,
      );
    }
    this.#listeners.notify();
  }

  /** The same release again is no news: an agent who has dismissed the notice is left alone. */
  #refuse(refusal: ReleaseRefusal, at: Instant, bytes: Bytes): void {
    const isKnown = this.#refused?.refusal.reason === refusal.reason && isEqual(this.#refusedBytes, bytes);
    if (isKnown) return;
    this.#refusedBytes = bytes;
    this.#refused = { refusal, at };
    this.#publish();
    this.#listeners.notify();
  }

  async #noteRead(digest: string): Promise<void> {
    if (this.#inUse?.release.digest !== digest || this.#inUse.readAt !== null) return;
    const at = this.needs.now();
    this.#inUse = { ...this.#inUse, readAt: at };
    this.#publish();
    await this.needs.store.markRead(digest, at);
    this.#listeners.notify();
  }

  #publish(): void {
    this.post<PackMessage>(this.#channel, { kind: 'state', state: this.state });
  }
}

function isEqual(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
