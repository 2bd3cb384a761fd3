import type { AgentFigure } from '../../../rules/adherence/adherence-figures.ts';

/** How the calls of the span on screen kept to the handbook. */
export interface AdherenceReportView {
  readonly agents: readonly AgentFigure[];
  /** Titles of situations, in the reader's language; an unknown id is shown as it is. */
  readonly titles: ReadonlyMap<string, string>;
}
