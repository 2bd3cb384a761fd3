import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { DraftAuthor } from '../../../contract/release/draft-authors.ts';
import { sameValue } from '../../../contract/release/same-value.ts';

/** Whether the draft on screen is saved. */
export type KeepState =
  | { readonly state: 'same' | 'saving' | 'failed' }
  /** `by`: the lead whose change it is; null for one made in this browser. */
  | { readonly state: 'saved'; readonly at: Instant; readonly by: string | null };

/** A state of the draft as this profile stores it. */
export interface KeptDraft {
  readonly id: string;
  /** The state on which its author's changes build. */
  readonly parent: string | null;
  readonly savedAt: Instant;
  /** Agent number of the lead whose browser wrote it; null for this browser. */
  readonly by: string | null;
  /** Null: the same as the pack in use. */
  readonly pack: Pack | null;
  /** The pack in use when it was written. Null: not known. */
  readonly base: Pack | null;
}

export function keepStateOf({ pack, savedAt, by }: KeptDraft): KeepState {
  return pack === null ? { state: 'same' } : { state: 'saved', at: savedAt, by };
}

/** A state of this browser's own. */
export function newKeptDraft(pack: Pack, base: Pack, parent: string | null): KeptDraft {
  const own = sameValue(pack, base) ? { pack: null, base: null } : { pack, base };
  return { id: crypto.randomUUID(), parent, savedAt: Date.now(), by: null, ...own };
}

/** A state of the draft as the team's server has it. */
export interface TeamState {
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
  readonly authors: readonly DraftAuthor[];
  readonly pack: Pack | null;
}

/** The last state that this profile and the team's server shared. */
export interface TeamBase {
  readonly team: string;
  readonly revision: number;
  /** The stored state with that content. A newer one is still to be sent to the server. */
  readonly id: string | null;
  readonly pack: Pack;
  /** Who changed which place of it, as the server knows. */
  readonly authors: readonly DraftAuthor[];
  /** When the server stored it: after a fail-over another state may have the same revision. */
  readonly at: Instant;
  /** Of the server's data. */
  readonly epoch: string;
}

/** Another state that cannot be merged with the stored one. It stays until the lead chooses. */
export interface Clash {
  /** The state from which both were made. */
  readonly before: Pack;
  /** Null: the same as the pack in use. */
  readonly theirs: Pack | null;
  readonly by: string | null;
  readonly at: Instant;
}

export interface DraftRecords {
  readonly draft: KeptDraft | null;
  readonly clash: Clash | null;
  readonly team: TeamBase | null;
}

/**
 * The draft as all windows of one profile share it. It has no customer data, so it is readable
 * while the vault is locked.
 */
export interface DraftStore {
  read(): Promise<DraftRecords>;
  /** In one transaction. Records that are left out stay as they are. */
  write(records: Partial<DraftRecords>): Promise<void>;
  /** Runs `work` while no other window runs one for the same matter. */
  alone<T>(matter: 'draft' | 'team', work: () => Promise<T>): Promise<T>;
  /** Writes of this window and of others. */
  subscribe(written: (records: Partial<DraftRecords>) => void): void;
}
