import type { Instant } from '../calls/call-event.ts';
import { Turns } from '../calls/sources/turns.ts';
import { PACK_CHANNEL, type PackMessage, type PackState } from '../contract/messages/pack-message.ts';
import type { Bytes } from '../contract/pack-release/ed25519.ts';
import type { Release } from '../contract/pack-release/release.ts';
import { type TeamTrust, takeTeamKeys } from '../contract/pack-release/team-trust.ts';
import { openRelease, type ReleaseRefusal, verifyRelease } from '../contract/pack-release/verify-release.ts';
import type { PackShelf } from '../notes/pack-shelf.ts';
import { chooseRelease, type HeldRelease, isMeantFor } from '../rules/roll-out.ts';
import { packState } from './pack-state.ts';

interface PackDeskPorts {
  readonly shelf: PackShelf;
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
export class PackDesk {
  readonly #ports: PackDeskPorts;
  readonly #channel = new BroadcastChannel(PACK_CHANNEL);
  readonly #turns = new Turns();
  #trust: TeamTrust | null = null;
  #inUse: HeldRelease | null = null;
  #waiting: readonly HeldRelease[] = [];
  #refused: PackState['refused'] = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PackDeskPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<PackMessage>) => {
      if (data.kind === 'ask') this.#tell();
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
    return this.#turns.take(() => this.#open());
  }

  /** The root that signed a team's first list, where no enrolment brought one. What is believed of that team already stays. */
  believe(trust: TeamTrust): Promise<void> {
    return this.#turns.take(async () => {
      const { shelf } = this.#ports;
      if ((await shelf.trust())?.team !== trust.team) await shelf.believe(trust);
      await this.#open();
    });
  }

  /** The next list of signers. False if it is not that. */
  takeKeys(bytes: Bytes): Promise<boolean> {
    return this.#turns.take(async () => {
      const taken = this.#trust === null ? null : await takeTeamKeys(this.#trust, bytes);
      if (taken?.ok !== true) return false;
      this.#trust = taken.trust;
      await this.#ports.shelf.believe(taken.trust);
      return true;
    });
  }

  /** A release, from wherever it comes: nothing but its signature is believed. */
  takeRelease(bytes: Bytes): Promise<'taken' | ReleaseRefusal> {
    return this.#turns.take(async () => {
      const { shelf, now, agentNumber } = this.#ports;
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
      if (!isMeantFor(release, agentNumber()) || this.has(release.digest)) return 'taken';
      await shelf.lay(release, bytes, at);
      this.#refused = null;
      this.#waiting = [...this.#waiting, { release, since: at, readAt: null }];
      await this.#choose();
      return 'taken';
    });
  }

  /** A call ended, or time has passed. */
  follow(): void {
    if (this.#waiting.length > 0) void this.#turns.take(() => this.#choose());
  }

  async #open(): Promise<void> {
    const { shelf, swapped, now } = this.#ports;
    this.#trust = await shelf.trust();
    const held: HeldRelease[] = [];
    this.#inUse = null;
    for (const row of this.#trust === null ? [] : await shelf.all(this.#trust.team)) {
      if (this.#trust === null || row.standing === 'past') continue;
      const opened = await openRelease(row.bytes, this.#trust);
      if (!opened.ok) {
        await shelf.drop(row.digest);
        this.#refused = { refusal: opened, at: now() };
        continue;
      }
      await shelf.renew(row, opened.release.pack);
      const one = { release: opened.release, since: row.since, readAt: row.readAt };
      if (row.standing === 'in-use') this.#inUse = one;
      else held.push(one);
    }
    this.#waiting = held;
    swapped(this.#inUse?.release ?? null);
    await this.#choose();
  }

  async #choose(): Promise<void> {
    clearTimeout(this.#timer);
    const { shelf, callIsUp, now, swapped, changed } = this.#ports;
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
    this.#tell();
    if (next !== null) {
      const { team, digest } = next.release;
      await shelf.use(
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
    this.#tell();
    this.#ports.changed();
  }

  async #noteRead(digest: string): Promise<void> {
    if (this.#inUse?.release.digest !== digest || this.#inUse.readAt !== null) return;
    const at = this.#ports.now();
    this.#inUse = { ...this.#inUse, readAt: at };
    this.#tell();
    await this.#ports.shelf.markRead(digest, at);
    this.#ports.changed();
  }

  #tell(): void {
    this.#channel.postMessage({ kind: 'state', state: this.state } satisfies PackMessage);
  }
}
