import { type Signal, signal } from '@preact/signals';
import { TimeLimitError } from '../../../calls/timing/time-limit.ts';
import { may } from '../../../contract/api/members/role.ts';
import type { ServerFailure } from '../../../contract/api/server-answer.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { changedPlaces } from '../../../contract/release/changed-places.ts';
import { namedPlaces, withAuthor } from '../../../contract/release/draft-authors.ts';
import { sameValue } from '../../../contract/release/same-value.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import { gapOf, type TeamSession } from '../frame/team-session.ts';
import type { TeamCopy } from '../scripts/scripts-view.ts';
import type { DraftRecords, DraftStore, KeptDraft, TeamBase, TeamState } from './kept-draft.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { readDraft } from './read-draft.ts';

interface TeamDraftParts {
  readonly store: DraftStore;
  readonly session: Pick<TeamSession, 'server' | 'gap'>;
  /** The pack in use. */
  readonly base: () => Pack;
}

/** One pack is on the way in a team at a time, under this name. */
const DRAFT = 'scripts';

/** One round against the server: whether it came to an end, or why not. */
type Round = 'done' | 'again' | ServerFailure | 'newer';

/**
 * The team's copy of the draft. Local changes are sent on top of the revision they were made from;
 * remote changes are taken and merged with unsent ones. Never overwrites a revision it has not
 * read.
 */
export class TeamDraft {
  readonly copy: Signal<TeamCopy> = signal({ copy: 'here', why: 'loading' });
  readonly #parts: TeamDraftParts;
  #syncing: Promise<void> | null = null;
  #syncAgain = false;
  /** Of the server's data, when it was last asked. */
  #epoch = '';
  /** Sent without an answer: it may have arrived. */
  #sent: { readonly revision: number; readonly id: string; readonly pack: Pack } | null = null;

  constructor(parts: TeamDraftParts) {
    this.#parts = parts;
  }

  /** Something was kept that the team does not have yet. */
  markUnsent(): void {
    if (this.copy.value.copy === 'team') this.copy.value = { copy: 'sending' };
    void this.sync();
  }

  /**
   * Sends what is unsent and loads what is new. A call during a sync starts another one after it.
   */
  sync(): Promise<void> {
    this.#syncAgain = true;
    this.#syncing ??= this.#rounds();
    return this.#syncing;
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#syncAgain) {
        this.#syncAgain = false;
        await this.#round().catch((error: unknown) => {
          // Another window of the lead application holds the draft and does not answer.
          if (!(error instanceof TimeLimitError)) throw error;
          this.copy.value = { copy: 'here', why: 'failed' };
        });
      }
    } finally {
      // In the same turn as the last check: a call in between would start no round.
      this.#syncing = null;
    }
  }

  async #round(): Promise<void> {
    const { store, session } = this.#parts;
    const server = await session.server();
    if (server === null) {
      this.copy.value = { copy: 'here', why: session.gap.value ?? 'failed' };
      return;
    }
    if (!may(server.link.me.member.role, 'publish-packs')) {
      this.copy.value = { copy: 'here', why: 'not-allowed' };
      return;
    }
    const ended = await store.alone('team', async () => {
      let round: Round = 'again';
      while (round === 'again') {
        const pulled = await this.#pull(server);
        round = pulled === 'done' ? await this.#push(server) : pulled;
      }
      return round;
    });
    const why = ended === 'newer' ? 'newer' : ended === 'done' ? null : gapOf(ended);
    this.copy.value = why === null ? { copy: 'team' } : { copy: 'here', why };
  }

  async #pull(server: LeadServer): Promise<Round> {
    const { store } = this.#parts;
    const listed = await server.drafts();
    if (!listed.ok) return listed.reason;
    const { drafts, epoch } = listed.value;
    this.#epoch = epoch;
    const head = drafts.find(({ id }) => id === DRAFT);
    const known = knownOf(await store.read(), server);
    // A server that was set up anew, or from an older backup: what is kept here is a new one.
    if (head === undefined && known !== null) await store.write({ team: null });
    if (head === undefined) return 'done';
    if (head.revision === known?.revision && head.at === known.at) {
      if (epoch !== known.epoch) await store.write({ team: { ...known, epoch } });
      return 'done';
    }
    const answer = await server.draft(DRAFT);
    if (!answer.ok) return answer.reason;
    const { revision, by, at, content, authors } = answer.value;
    const pack = Object.keys(content).length === 0 ? null : readDraft(content);
    if (pack?.ok === false) return 'newer';
    const state = { revision, by, at, authors, pack: pack?.draft ?? null };
    const isLost = known !== null && (epoch !== known.epoch || revision <= known.revision);
    await store.alone('draft', () => (isLost ? this.#bringBack(known, state) : this.#receive(server, state)));
    return 'done';
  }

  /**
   * Applies a state of the server: follows it, merges it with unsent changes, or keeps it as a
   * conflict.
   */
  async #receive(server: LeadServer, state: TeamState): Promise<void> {
    const { revision, by, at, authors, pack } = state;
    const { store, base } = this.#parts;
    const records = await store.read();
    const { draft, clash } = records;
    const known = knownOf(records, server);
    const [mine, theirs] = [draft?.pack ?? base(), pack ?? base()];
    const parent = draft?.id ?? null;
    const next = (pack: Pack | null): KeptDraft => ({
      id: crypto.randomUUID(),
      parent,
      savedAt: at,
      by,
      pack,
      base: pack === null ? null : base(),
    });
    const met = (id: string | null): TeamBase => ({
      team: server.link.me.team.id,
      revision,
      id,
      pack: theirs,
      authors,
      at,
      epoch: this.#epoch,
    });
    const sent = this.#sent;
    if (sent?.revision === revision && sameValue(sent.pack, theirs)) {
      await store.write({ team: met(sent.id) });
      return;
    }
    if (sameValue(mine, theirs)) {
      await store.write({ team: met(parent), clash: null });
      return;
    }
    if (clash === null && parent === (known?.id ?? null)) {
      const followed = next(pack);
      await store.write({ draft: followed, team: met(followed.id) });
      return;
    }
    const before = clash?.before ?? known?.pack ?? null;
    const both = before === null ? null : mergeDrafts(before, mine, theirs);
    // Neither side has the merged content yet, so it is sent: now, or once a conflict is resolved.
    if (both !== null) await store.write({ draft: next(both), team: met(null), clash: null });
    else {
      const found = { before: before ?? base(), theirs: pack, by, at };
      await store.write({ team: met('theirs'), clash: found });
    }
  }

  /**
   * Another epoch: a fail-over or a restore may have lost the state that this profile shared with
   * the server. What is kept here is sent on top of an earlier state. A later one need not build on
   * it: both are merged as changes of the pack in use.
   */
  async #bringBack(known: TeamBase, state: TeamState): Promise<void> {
    const { store, base } = this.#parts;
    const { revision, by, at, authors } = state;
    const { draft } = await store.read();
    const [mine, theirs] = [draft?.pack ?? base(), state.pack ?? base()];
    const met = (id: string | null): TeamBase => ({
      ...known,
      ...{ revision, id, pack: theirs, authors, at, epoch: this.#epoch },
    });
    if (sameValue(mine, theirs)) await store.write({ team: met(draft?.id ?? null), clash: null });
    else if (at <= known.at) await store.write({ team: met(null) });
    else {
      const both = mergeDrafts(base(), mine, theirs);
      const clash = { before: base(), theirs: state.pack, by, at };
      if (both === null) await store.write({ team: met('theirs'), clash });
      else {
        const merged = { id: crypto.randomUUID(), parent: draft?.id ?? null, savedAt: at, by, pack: both };
        await store.write({ draft: { ...merged, base: base() }, team: met(null), clash: null });
      }
    }
  }

  async #push(server: LeadServer): Promise<Round> {
    const { store, base } = this.#parts;
    const records = await store.read();
    const { draft, clash } = records;
    const known = knownOf(records, server);
    if (clash !== null || draft === null || draft.id === known?.id) return 'done';
    if (draft.pack === null && known === null) return 'done';
    this.copy.value = { copy: 'sending' };
    const pack = draft.pack ?? base();
    const { number } = server.link.me.member;
    const changed = namedPlaces(changedPlaces(known?.pack ?? base(), pack).keys());
    this.#sent = { revision: (known?.revision ?? 0) + 1, id: draft.id, pack };
    const answer = await server.saveDraft(DRAFT, {
      revision: this.#sent.revision - 1,
      name: `${pack.id} ${pack.version}`.slice(0, 80),
      content: draft.pack ?? {},
      changed,
    });
    if (!answer.ok) return answer.reason === 'conflict' ? 'again' : answer.reason;
    const { revision, at } = answer.value;
    this.#sent = null;
    const authors =
      draft.pack === null ? [] : withAuthor(known?.authors ?? [], changed, number, draft.savedAt);
    const shared = { revision, id: draft.id, pack, authors, at, epoch: this.#epoch };
    await store.write({ team: { team: server.link.me.team.id, ...shared } });
    return 'done';
  }
}

/** What was in common with another team says nothing here. */
function knownOf({ team }: DraftRecords, server: LeadServer): TeamBase | null {
  return team?.team === server.link.me.team.id ? team : null;
}
