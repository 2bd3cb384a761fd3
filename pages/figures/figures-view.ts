import type { Instant } from '../../calls/call-event.ts';
import type { ContactFigures } from '../../rules/figures/contact-figures.ts';
import type { FigureSpan, SpanKind } from '../../rules/figures/figure-span.ts';

/** A counted call, work order, clock or entry of the register. */
export interface CountedView {
  readonly id: string;
  readonly at: Instant;
  /** Masked number, and the name if it is known. */
  readonly caller: string;
  readonly text: string;
  /** In a team's figures: who had the call, and the note that the lead may open. */
  readonly agent?: string;
  readonly note?: string;
}

export interface OpenedFigure {
  readonly title: string;
  readonly of: 'calls' | 'entries';
  readonly counted: readonly CountedView[];
}

/** A row: complaints of a kind, harassment from a number. */
export interface TallyView {
  readonly name: string;
  readonly counted: readonly CountedView[];
  /** Out of how many, for a share. */
  readonly of?: number;
}

/** Figures from the team's events. */
export interface TeamFiguresView {
  /** 24 rows, one per hour of the local day. */
  readonly harassmentByHour: readonly TallyView[];
  readonly harassmentBySource: readonly TallyView[];
  readonly complaintsByKind: readonly TallyView[];
  readonly complaintsByState: readonly TallyView[];
  /** Kept, then missed. */
  readonly clocks: readonly TallyView[];
  /** Two rows for an owner: kept, missed. */
  readonly clocksByOwner: readonly TallyView[];
  readonly callBacks: readonly TallyView[];
  /** Promised answers by the agent who gave the promise. */
  readonly promisesByAgent?: readonly AgentPromisesView[];
}

export interface AgentPromisesView {
  readonly agent: string;
  readonly kept: readonly CountedView[];
  readonly missed: readonly CountedView[];
}

export type FiguresView =
  /** Locked: only notes of this browser start could be counted, and the figures would be wrong. */
  | { readonly state: 'locked' }
  | {
      readonly state: 'open';
      readonly span: FigureSpan;
      /** False for the span that contains today. */
      readonly hasLater: boolean;
      readonly contact: ContactFigures;
      readonly team: TeamFiguresView;
      /** In the reader's language. An unknown id is shown as it is. */
      readonly situationTitles: ReadonlyMap<string, string>;
      readonly opened: OpenedFigure | null;
    };

export type FiguresAction =
  | { readonly do: 'span'; readonly kind: SpanKind }
  | { readonly do: 'earlier' | 'later' | 'close' }
  | { readonly do: 'open'; readonly title: string; readonly notes: readonly string[] }
  | { readonly do: 'open-entries'; readonly title: string; readonly entries: readonly CountedView[] };
