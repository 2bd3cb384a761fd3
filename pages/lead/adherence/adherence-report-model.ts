import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ReviewedNote } from '../../../contract/api/review/reviewed-note.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { adherenceFigures } from '../../../rules/adherence/adherence-figures.ts';
import type { PromiseJudge } from '../../session/promise-judge.ts';
import type { AdherenceReportView } from './adherence-report-view.ts';

/** The scores that the agents' devices computed, by agent and situation. */
export class AdherenceReportModel {
  readonly view: ReadonlySignal<AdherenceReportView>;
  readonly #notes: Signal<readonly ReviewedNote[]> = signal([]);

  constructor(pack: Pack, language: PackLanguage, judge: PromiseJudge) {
    const titles = new Map(pack.situations.map(({ id, title }) => [id, textIn(title, language)]));
    this.view = computed(() => {
      return {
        titles,
        agents: adherenceFigures(
          this.#notes.value.flatMap(({ by, note: { id, createdAt, facts } }) =>
            facts?.adherence === undefined
              ? []
              : [{ by, note: id, at: createdAt, adherence: judge(id, facts.adherence) }],
          ),
        ),
      };
    });
  }

  /** The notes of the span on screen. */
  show(notes: readonly ReviewedNote[]): void {
    this.#notes.value = notes;
  }
}
