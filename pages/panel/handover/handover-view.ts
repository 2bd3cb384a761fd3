import type { Instant } from '../../../calls/call-event.ts';
import type { SheetAction, SignedSheetView } from '../../../components/handover/signed-sheet.tsx';
import type { HandoverLine } from '../../../contract/team/handover-line.ts';
import type { Notice } from '../../../rules/handover/fold-handovers.ts';

/** A line of the unsigned sheet. */
export interface OpenLineView extends HandoverLine {
  /** Appeared since the reader's last shift. */
  readonly isNew: boolean;
}

/** What the tab shows. */
export interface HandoverView {
  /** The sheet of this shift, as it would be signed now. */
  readonly sheet: {
    readonly id: string;
    readonly lines: readonly OpenLineView[];
    readonly remarks: string;
    readonly asked: string;
  };
  readonly notices: readonly (Notice & { readonly isNew: boolean })[];
  /** Newest first. */
  readonly signed: readonly SignedSheetView[];
  /** Default name of a signature. */
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
  | SheetAction
  | { readonly do: 'post-notice'; readonly text: string }
  | { readonly do: 'withdraw-notice'; readonly id: string };
