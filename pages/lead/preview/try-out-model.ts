import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { type Rehearsal, rehearse } from '../../../rules/rehearsal/rehearse.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';
import type { TryOutView } from '../scripts/scripts-view.ts';
import { PRACTICE_JOURNALS } from './practice-journals.ts';
import { previewPanel } from './preview-panel.ts';

const CALLERS = [...PRACTICE_JOURNALS.keys()];
const FRAME_MS = 100;

/** Practice callers' journals, rehearsed with the draft. */
export class TryOutModel {
  readonly #caller: Signal<string>;
  readonly #atMs: Signal<number> = signal(0);
  readonly #playing: Signal<boolean> = signal(false);
  /** When the simulated call starts: now, so that greetings and festivals are those of today. */
  readonly #origin: Instant;
  #last: { readonly pack: Pack; readonly caller: string; readonly rehearsal: Rehearsal } | null = null;

  constructor(origin: Instant) {
    this.#origin = origin;
    this.#caller = signal(CALLERS.includes('silent-caller') ? 'silent-caller' : (CALLERS[0] ?? ''));
  }

  choose(caller: string): void {
    this.pause();
    this.#caller.value = caller;
    this.#atMs.value = 0;
  }

  seek(atMs: number): void {
    this.pause();
    this.#atMs.value = atMs;
  }

  pause(): void {
    this.#playing.value = false;
  }

  /** From where the slider stands, or, at the end, from the beginning. */
  play(lastsMs: number): void {
    if (this.#playing.value) return;
    if (this.#atMs.value >= lastsMs) this.#atMs.value = 0;
    this.#playing.value = true;
    const step = () => {
      if (!this.#playing.value) return;
      this.#atMs.value = Math.min(this.#atMs.value + FRAME_MS, lastsMs);
      if (this.#atMs.value >= lastsMs) this.pause();
      else setTimeout(step, FRAME_MS);
    };
    setTimeout(step, FRAME_MS);
  }

  view(pack: Pack, context: RulesContext): TryOutView {
    const { moments, startsAt, endsAt } = this.#rehearsal(pack, context);
    return {
      callers: CALLERS,
      caller: this.#caller.value,
      lastsMs: endsAt - startsAt,
      atMs: this.#atMs.value,
      playing: this.#playing.value,
      moments: moments.map((moment) => ({ ...moment, at: moment.at - startsAt })),
    };
  }

  panel(pack: Pack, context: RulesContext): PanelView {
    const { entries } = this.#rehearsal(pack, context);
    const now = this.#origin + this.#atMs.value;
    const past = entries.filter(({ event }) => event.at <= now);
    return previewPanel(past, pack, context, now, 'none');
  }

  #rehearsal(pack: Pack, context: RulesContext): Rehearsal {
    const caller = this.#caller.value;
    const key = `${caller} ${context.language}`;
    if (this.#last?.pack === pack && this.#last.caller === key) return this.#last.rehearsal;
    const facts = (PRACTICE_JOURNALS.get(caller) ?? []).map((entry) => moved(entry, this.#origin));
    const rehearsal = rehearse(facts, pack, context);
    this.#last = { pack, caller: key, rehearsal };
    return rehearsal;
  }
}

function moved(entry: JournalEntry, by: number): JournalEntry {
  return { ...entry, event: { ...entry.event, at: entry.event.at + by } };
}
