import type { Instant } from '../../calls/call-event.ts';
import type { HandoverLine } from '../../contract/team/handover-line.ts';
import type { Notice, Signature } from '../../rules/handover/fold-handovers.ts';

/** A line of the sheet that is being written. */
export interface OpenLineView extends HandoverLine {
  /** Came up since the reader's last shift. */
  readonly isNew: boolean;
}

/** A sheet that the leaving shift has signed. */
export interface SignedSheetView {
  readonly id: string;
  readonly leaving: Signature;
  /** Null: nobody has taken it over yet. */
  readonly coming: Signature | null;
  readonly lines: readonly HandoverLine[];
  readonly remarks: string;
  readonly asked: string;
  /** The reader may take it over: it is somebody else's. */
  readonly mayAccept: boolean;
}

/** What the tab shows. */
export interface HandoverView {
  /** The sheet of the present shift, as it would be signed now. */
  readonly sheet: {
    readonly id: string;
    readonly lines: readonly OpenLineView[];
    readonly remarks: string;
    readonly asked: string;
  };
  readonly notices: readonly (Notice & { readonly isNew: boolean })[];
  /** Newest first; one that waits to be taken over stands first. */
  readonly signed: readonly SignedSheetView[];
  /** Name that stands under a signature before it is changed. */
  readonly name: string;
  readonly now: Instant;
}

export type HandoverAction =
  | { readonly do: 'write'; readonly id: string; readonly remarks: string; readonly asked: string }
  | {
      readonly do: 'sign';
      readonly id: string;
      readonly name: string;
      readonly remarks: string;
      readonly asked: string;
    }
  | { readonly do: 'accept'; readonly id: string; readonly name: string }
  | { readonly do: 'print'; readonly id: string }
  | { readonly do: 'post-notice'; readonly text: string }
  | { readonly do: 'withdraw-notice'; readonly id: string };
