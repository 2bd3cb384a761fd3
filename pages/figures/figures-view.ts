import type { Instant } from '../../calls/call-event.ts';
import type { ContactFigures } from '../../rules/figures/contact-figures.ts';
import type { FigureSpan, SpanKind } from '../../rules/figures/figure-span.ts';

/** One of what a figure counts: a call, a work order, a clock, an entry of the register. */
export interface CountedView {
  readonly id: string;
  readonly at: Instant;
  /** Masked number, and the name if it is known. */
  readonly caller: string;
  readonly text: string;
}

export interface OpenedFigure {
  readonly title: string;
  readonly of: 'calls' | 'entries';
  readonly counted: readonly CountedView[];
}

/** A name and what it counts: complaints by kind, harassment by source. */
export interface TallyView {
  readonly name: string;
  readonly counted: readonly CountedView[];
}

/** What stands beside the calls: the figures of the team's ledger. */
export interface TeamFiguresView {
  /** 24 rows, one an hour of the local day. */
  readonly harassmentByHour: readonly TallyView[];
  readonly harassmentBySource: readonly TallyView[];
  readonly complaintsByKind: readonly TallyView[];
  readonly complaintsByState: readonly TallyView[];
  /** Kept, then missed. */
  readonly clocks: readonly TallyView[];
}

export type FiguresView =
  /** Sealed: only what this browser start wrote could be counted, which would be a lie. */
  | { readonly state: 'locked' }
  | {
      readonly state: 'open';
      readonly span: FigureSpan;
      /** False on the span that holds today. */
      readonly hasLater: boolean;
      readonly contact: ContactFigures;
      readonly team: TeamFiguresView;
      /** Names of the situations in the reader's language; an id that the pack no longer has stands for itself. */
      readonly situationTitles: ReadonlyMap<string, string>;
      readonly opened: OpenedFigure | null;
    };

export type FiguresAction =
  | { readonly do: 'span'; readonly kind: SpanKind }
  | { readonly do: 'earlier' | 'later' | 'close' }
  | { readonly do: 'open'; readonly title: string; readonly notes: readonly string[] }
  | { readonly do: 'open-entries'; readonly title: string; readonly entries: readonly CountedView[] };
