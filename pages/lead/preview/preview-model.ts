import { type Signal, signal } from '@preact/signals';
import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { pressWait } from '../../../rules/call/press-wait.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import type { PanelAction } from '../../panel/frame/panel-action.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';
import { type OnCall, scriptHandlers } from '../../panel/script/script-handlers.ts';
import { dispatch, handles } from '../../session/dispatch.ts';
import { zoneHere } from '../../session/zone-of.ts';
import type { PreviewOptions } from '../scripts/scripts-view.ts';
import { PREVIEW_CALL, previewJournal } from './preview-journal.ts';
import { previewPanel } from './preview-panel.ts';
import { previewWords } from './preview-words.ts';

/** The made call beside the form: which situation and step it shows, and what was pressed in it. */
export class PreviewModel {
  readonly options: Signal<PreviewOptions>;
  readonly #step: Signal<string | null> = signal(null);
  readonly #presses: Signal<readonly AgentEvent[]> = signal([]);
  readonly #beganAt: Signal<Instant>;
  readonly #now: () => Instant;

  constructor(language: PackLanguage, now: () => Instant) {
    this.options = signal({ language, named: false, late: false, at: '' });
    this.#beganAt = signal(now());
    this.#now = now;
  }

  /** From the first step on, or from the one that the person works in. */
  restart(step: string | null = null): void {
    this.#step.value = step;
    this.#presses.value = [];
    this.#beganAt.value = this.#now();
  }

  /** Goes to a step, unless the preview already began there: what was pressed since stays. */
  showStep(step: string): void {
    if (this.#step.value !== step) this.restart(step);
  }

  suppose(options: PreviewOptions): void {
    this.options.value = options;
    this.restart(this.#step.value);
  }

  context(): RulesContext {
    return contextFor(this.options.value.language);
  }

  /** Null where the pack has no such situation. `now`: the time on the person's clock. */
  panel(pack: Pack, id: string, showsDirectory: boolean, now: Instant): PanelView | null {
    const situation = pack.situations.find((one) => one.id === id);
    if (situation === undefined) return null;
    const entries = previewJournal({
      pack,
      situation,
      step: this.#step.value,
      presses: this.#presses.value,
      options: this.options.value,
      beganAt: this.#suppositious(this.#beganAt.value),
    });
    const tool = showsDirectory ? 'transfer' : 'none';
    return previewPanel(entries, pack, this.context(), this.#suppositious(now), tool);
  }

  /** Scripts, suggestions, hold and mute work as in a call; the rest needs a phone. */
  press(action: PanelAction, panel: PanelView): void {
    if (panel.stage.stage !== 'call') return;
    const { call, rules } = panel.stage;
    const record = (event: OnCall<AgentEvent>) => {
      this.#presses.value = [...this.#presses.value, { ...event, call: PREVIEW_CALL, at: panel.now }];
    };
    const handlers = scriptHandlers({
      run: () => rules.run,
      pins: () => [],
      record,
      now: () => panel.now,
      onPicked: () => {},
      onTurnedTo: () => {},
    });
    if (handles(handlers, action)) dispatch(handlers, action.do, action);
    if (action.do !== 'press-hold' && action.do !== 'press-mute') return;
    const of = action.do === 'press-hold' ? 'hold' : 'mute';
    const pressed = pressWait(of, call, rules.askBeforeWait[of], panel.now);
    if (pressed.does === 'ask') record(pressed.event);
  }

  /** The supposed time, which runs on like the real one. */
  #suppositious(now: Instant): Instant {
    const supposed = Date.parse(this.options.value.at);
    return Number.isNaN(supposed) ? now : supposed + (now - this.#beganAt.value);
  }
}

/** An agent made up for the preview. */
export function contextFor(language: PackLanguage): RulesContext {
  return {
    language,
    words: previewWords(language),
    utcOffsetMinutes: zoneHere(),
    cadence: null,
    hotline: '',
    agentNumber: '0283',
    agentName: '',
    values: {},
  };
}
