import { type Signal, signal } from '@preact/signals';
import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelView } from '../frame/panel-view.ts';
import type { PracticeModel, PracticeParts } from './practice-model.ts';

interface SwitchParts extends PracticeParts {
  /** Of the real calls. */
  readonly journal: Pick<PanelJournal, 'live' | 'wrappingUp' | 'subscribe'>;
}

/**
 * Between real work and practice. A real call ends practice at once, whoever rings; while one is
 * up or in wrap-up, practice does not begin.
 */
export class PracticeSwitch {
  readonly #parts: SwitchParts;
  readonly #model: Signal<PracticeModel | null> = signal(null);

  constructor(parts: SwitchParts) {
    this.#parts = parts;
    parts.journal.subscribe(() => {
      if (parts.journal.live.length > 0) this.end();
    });
  }

  get isOn(): boolean {
    return this.#model.value !== null;
  }

  /** Loaded when it is first used: nobody who only answers calls needs it. */
  async begin(): Promise<void> {
    const { PracticeModel } = await import('./practice-model.ts');
    if (!this.#isFree() || this.isOn) return;
    this.#model.value = new PracticeModel(this.#parts);
  }

  end(): void {
    this.#model.peek()?.end();
    this.#model.value = null;
  }

  advance(): void {
    this.#model.peek()?.advance();
  }

  /** Null: nobody practises, and what the panel shows is real. */
  view(now: number): PanelView | null {
    return this.#model.value?.view(now) ?? null;
  }

  /** True: it was about practice, and no real call or record is concerned. */
  act(action: PanelAction): boolean {
    const model = this.#model.value;
    if (model === null) return false;
    if (action.do === 'on-practice' && action.action.do === 'end') this.end();
    else model.act(action);
    return true;
  }

  #isFree(): boolean {
    const { journal } = this.#parts;
    return journal.live.length === 0 && journal.wrappingUp === null;
  }
}
