import type { Instant } from '../../../calls/call-event.ts';

/** Something done with records that is accounted for. */
export type AccountedView =
  | {
      readonly kind: 'exported';
      readonly at: Instant;
      readonly format: 'csv' | 'json';
      readonly masked: boolean;
      readonly notes: number;
    }
  | {
      readonly kind: 'register-exported';
      readonly at: Instant;
      readonly format: 'csv' | 'json';
      readonly entries: number;
    }
  | { readonly kind: 'revealed'; readonly at: Instant; readonly note: string }
  | {
      readonly kind: 'deleted-by-number';
      readonly at: Instant;
      readonly notes: number;
      readonly calls: number;
    }
  | { readonly kind: 'deleted-by-age'; readonly at: Instant; readonly notes: number; readonly kept: number };

/** How a deletion by number went. */
export type ErasureView =
  | { readonly state: 'asking' }
  | { readonly state: 'busy' }
  | {
      readonly state: 'done';
      readonly notes: number;
      readonly calls: number;
      /** Closed work orders and call-backs of the number. */
      readonly closed: number;
      /** Standing entries of the harassment register: they stay. */
      readonly warnings: number;
    }
  | { readonly state: 'refused'; readonly reason: 'locked' | 'not-a-number' | 'failed' }
  /** Something is still owed to this customer. */
  | { readonly state: 'open'; readonly orders: number; readonly callBacks: number };

/** What is kept of the agent's records, for how long, and what was done with them. */
export interface KeepingView {
  /** Only then there is something to show. */
  readonly unlocked: boolean;
  readonly keepNotesDays: number;
  readonly managed: boolean;
  /** Of the days: nothing yet, on their way, kept, or not. */
  readonly form: 'untouched' | 'saving' | 'saved' | 'failed';
  /** Notes older than that, synced or exported by nobody: they stay. */
  readonly due: number;
  readonly storage: {
    /** False where the browser may clear it when the disk runs full. */
    readonly persistent: boolean;
    readonly usedBytes: number;
  };
  readonly erasure: ErasureView;
  /** Newest first. */
  readonly accounted: readonly AccountedView[];
}

export type KeepingAction =
  | { readonly do: 'keep-days'; readonly days: number }
  | { readonly do: 'make-persistent' }
  | { readonly do: 'erase-number'; readonly number: string };
