import type { Instant } from '../../calls/call-event.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import { PACK_CHANNEL, type PackMessage, type PackState } from '../../contract/messages/pack-message.ts';
import type { Bytes } from '../../contract/release/ed25519.ts';
import type { Release } from '../../contract/release/release.ts';
import { applyTeamKeys, type TeamTrust } from '../../contract/release/team-trust.ts';
import { openRelease, type ReleaseRefusal, verifyRelease } from '../../contract/release/verify-release.ts';
import { chooseRelease, type HeldRelease, isMeantFor } from '../../rules/scripts/roll-out.ts';
import type { PackStore } from '../../storage/packs/pack-store.ts';
import { packState } from './pack-state.ts';

interface PackServicePorts {
  readonly store: PackStore;
  readonly agentNumber: () => string;
  readonly callIsUp: () => boolean;
  readonly now: () => Instant;
  /** Null: the pack that came with the extension. Told in the moment of the swap, before anything else is journaled. */
  readonly swapped: (release: Release | null) => void;
  /** Something that the team's server wants to know has changed. */
  readonly changed: () => void;
}

/** Waits past this are cut into pieces, so that a long timer cannot overflow. */
const LONGEST_TIMER_MS = 3_600_000;

/** Which script pack is in use: takes releases, refuses what will not do, and swaps when no call is up. */
export class PackService {
  readonly #ports: PackServicePorts;
  readonly #channel = new BroadcastChannel(PACK_CHANNEL);
  readonly #queue = new SerialQueue();
  #trust: TeamTrust | null = null;
  #inUse: HeldRelease | null = null;
  #waiting: readonly HeldRelease[] = [];
  #refused: PackState['refused'] = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PackServicePorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<PackMessage>) => {
      if (data.kind === 'ask') this.#publish();
      if (data.kind === 'note-read') void this.#noteRead(data.digest);
    };
  }

  get state(): PackState {
    return packState(this.#inUse, this.#waiting, this.#refused, this.#ports.now());
  }

  get trust(): TeamTrust | null {
    return this.#trust;
  }

  /** True if it is here already and need not be fetched. */
  has(digest: string): boolean {
    return [this.#inUse, ...this.#waiting].some((held) => held?.release.digest === digest);
  }

  /** Reads what is kept. Whatever does not hold against the keys of today is not used. */
  open(): Promise<void> {
    return this.#queue.run(() => this.#open());
  }

  /** The root that signed a team's first list, where no enrolment brought one. What is believed of that team already stays. */
  believe(trust: TeamTrust): Promise<void> {
    return this.#queue.run(async () => {
      const { store } = this.#ports;
      if ((await store.trust())?.team !== trust.team) await store.believe(trust);
      await this.#open();
    });
  }

  /** The next list of signers. False if it is not that. */
  acceptKeys(bytes: Bytes): Promise<boolean> {
    return this.#queue.run(async () => {
      const accepted = this.#trust === null ? null : await applyTeamKeys(this.#trust, bytes);
      if (accepted?.ok !== true) return false;
      this.#trust = accepted.trust;
      await this.#ports.store.believe(accepted.trust);
      return true;
    });
  }

  /** A release, from wherever it comes: nothing but its signature is believed. */
  acceptRelease(bytes: Bytes): Promise<'accepted' | ReleaseRefusal> {
    return this.#queue.run(async () => {
      const { store, now, agentNumber } = this.#ports;
      const [at, known] = [now(), this.#inUse?.release ?? null];
      const verdict =
        this.#trust === null
          ? ({ ok: false, reason: 'foreign' } as const)
          : await verifyRelease(bytes, this.#trust, known, at);
      if (!verdict.ok) {
        if (verdict.reason !== 'known') this.#refuse(verdict, at);
        return verdict;
      }
      const { release } = verdict;
      if (!isMeantFor(release, agentNumber()) || this.has(release.digest)) return 'accepted';
      await store.lay(release, bytes, at);
      this.#refused = null;
      this.#waiting = [...this.#waiting, { release, since: at, readAt: null }];
      await this.#choose();
      return 'accepted';
    });
  }

  /** A call ended, or time has passed. */
  follow(): void {
    if (this.#waiting.length > 0) void this.#queue.run(() => this.#choose());
  }

  async #open(): Promise<void> {
    const { store, swapped, now } = this.#ports;
    this.#trust = await store.trust();
    const held: HeldRelease[] = [];
    this.#inUse = null;
    for (const row of this.#trust === null ? [] : await store.all(this.#trust.team)) {
      if (this.#trust === null || row.status === 'past') continue;
      const opened = await openRelease(row.bytes, this.#trust);
      if (!opened.ok) {
        await store.drop(row.digest);
        this.#refused = { refusal: opened, at: now() };
        continue;
      }
      await store.renew(row, opened.release.pack);
      const one = { release: opened.release, since: row.since, readAt: row.readAt };
      if (row.status === 'in-use') this.#inUse = one;
      else held.push(one);
    }
    this.#waiting = held;
    swapped(this.#inUse?.release ?? null);
    await this.#choose();
  }

  async #choose(): Promise<void> {
    clearTimeout(this.#timer);
    const { store, callIsUp, now, swapped, changed } = this.#ports;
    const at = now();
    const { next, waiting, again } = chooseRelease(this.#inUse, this.#waiting, callIsUp(), at);
    const passed = this.#waiting.filter((held) => held !== next && !waiting.includes(held));
    this.#waiting = waiting;
    if (next !== null) {
      this.#inUse = { release: next.release, since: at, readAt: null };
      // First in memory, and at once: a ring may come while the disk is written.
      swapped(next.release);
    }
    if (again !== null) {
      this.#timer = setTimeout(() => this.follow(), Math.min(again - at, LONGEST_TIMER_MS));
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
    changed();
  }

  #refuse(refusal: ReleaseRefusal, at: Instant): void {
    this.#refused = { refusal, at };
    this.#publish();
    this.#ports.changed();
  }

  async #noteRead(digest: string): Promise<void> {
    if (this.#inUse?.release.digest !== digest || this.#inUse.readAt !== null) return;
    const at = this.#ports.now();
    this.#inUse = { ...this.#inUse, readAt: at };
    this.#publish();
    await this.#ports.store.markRead(digest, at);
    this.#ports.changed();
  }

  #publish(): void {
    this.#channel.postMessage({ kind: 'state', state: this.state } satisfies PackMessage);
  }
}
