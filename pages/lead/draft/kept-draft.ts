import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';

/** A state of the draft as this profile keeps it. */
export interface KeptDraft {
  readonly id: string;
  /** The state that whoever wrote it had before. */
  readonly parent: string | null;
  readonly savedAt: Instant;
  /** Agent number of the lead from whose desk it came; null: written in this browser. */
  readonly by: string | null;
  /** Null: as the pack in use. */
  readonly pack: Pack | null;
  /** The pack that was in use then: another one may have come while no desk was open. Null: not known. */
  readonly base: Pack | null;
}

/** A state of the draft as the team's server has it. */
export interface TeamState {
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
  readonly pack: Pack | null;
}

/** What this profile and the team's server last had in common. */
export interface TeamBase {
  readonly team: string;
  readonly revision: number;
  /** The kept state with that content; another one that is kept since is owed to the server. */
  readonly id: string | null;
  readonly pack: Pack;
}

/** Another state that cannot be brought together with the one that is kept. It stays until a person has said which one goes. */
export interface Clash {
  /** From which both were made. */
  readonly before: Pack;
  /** Null: as the pack in use. */
  readonly theirs: Pack | null;
  readonly by: string | null;
  readonly at: Instant;
}

export interface DraftRecords {
  readonly draft: KeptDraft | null;
  readonly clash: Clash | null;
  readonly team: TeamBase | null;
}

/** Where the windows of one profile meet over the draft. It holds no customer's data, so it is there for a locked lead, too. */
export interface DraftStore {
  read(): Promise<DraftRecords>;
  /** All at once; leaves out what stays. */
  write(records: Partial<DraftRecords>): Promise<void>;
  /** No other window does the same at the same time. */
  alone<T>(matter: 'draft' | 'team', work: () => Promise<T>): Promise<T>;
  /** Whoever wrote it: this window, or another one. */
  subscribe(written: (records: Partial<DraftRecords>) => void): void;
}
