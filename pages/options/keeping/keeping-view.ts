import type { Instant } from '../../../calls/call-event.ts';
import type { ExportFormat } from '../../../contract/table/export-file.ts';

/** An entry of the audit log. */
export type AccountedView =
  | {
      readonly kind: 'exported';
      readonly at: Instant;
      readonly format: ExportFormat;
      readonly masked: boolean;
      readonly notes: number;
    }
  | {
      readonly kind: 'register-exported';
      readonly at: Instant;
      readonly format: ExportFormat;
      readonly entries: number;
    }
  | {
      readonly kind: 'paper';
      readonly at: Instant;
      readonly paper: string;
      readonly how: 'opened' | 'printed' | 'exported';
    }
  | { readonly kind: 'revealed'; readonly at: Instant; readonly note: string }
  | {
      readonly kind: 'deleted-by-number';
      readonly at: Instant;
      readonly notes: number;
      readonly calls: number;
    }
  | { readonly kind: 'deleted-by-age'; readonly at: Instant; readonly notes: number; readonly kept: number };

/** The progress and result of an erasure. */
export type ErasureView =
  | { readonly state: 'asking' }
  | { readonly state: 'busy' }
  | {
      readonly state: 'done';
      readonly notes: number;
      readonly calls: number;
      /** Calls that are up or being wrapped up: they are deleted after that. */
      readonly later: number;
      /** Closed work orders and call-backs of the number. */
      readonly closed: number;
      /** Active entries of the harassment register: they stay. */
      readonly warnings: number;
    }
  | { readonly state: 'refused'; readonly reason: 'locked' | 'not-a-number' | 'failed' }
  /** The team still has open work for this customer. */
  | { readonly state: 'open'; readonly orders: number; readonly callBacks: number };

/** Retention and use of the agent's records. */
export interface KeepingView {
  /** Without it there is nothing to show. */
  readonly unlocked: boolean;
  readonly keepNotesDays: number;
  readonly managed: boolean;
  /** The state of the form with the days. */
  readonly form: 'untouched' | 'saving' | 'saved' | 'failed';
  /** Notes that are older and neither synced nor exported: they stay. */
  readonly due: number;
  readonly storage: {
    /** False if the browser may delete the database when the disk is full. */
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
