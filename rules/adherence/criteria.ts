import type { AdherenceKind } from '../../contract/note/adherence.ts';

export interface Criterion {
  /** Its weight: what can be gained, and lost, in one line. */
  readonly points: number;
  /** Sections of docs/handbook.md that ask for it. */
  readonly handbook: readonly string[];
}

/**
 * The weights. What a caller suffers from most weighs most: a call that the agent ends, a script
 * that was needed and not used, a promise that nobody wrote down.
 */
export const CRITERIA: Readonly<Record<AdherenceKind, Criterion>> = {
  rings: { points: 10, handbook: ['§1.1'] },
  greeting: { points: 10, handbook: ['§1.2'] },
  name: { points: 10, handbook: ['§1.3'] },
  script: { points: 20, handbook: ['§2'] },
  steps: { points: 10, handbook: ['§2'] },
  waits: { points: 10, handbook: ['§2'] },
  consent: { points: 10, handbook: ['§1.5', '§2.30'] },
  prohibitions: { points: 10, handbook: ['§1.4', '§2.31', '§2.32'] },
  'hang-up': { points: 20, handbook: ['§1.7'] },
  promise: { points: 20, handbook: ['§1.8'] },
  'note-fields': { points: 10, handbook: ['§1.8', '§4.1'] },
};
