import { savePins } from '../../../browser/pins-store.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { findPlaces } from '../../../rules/search/find-places.ts';
import { findScripts, type Likelihood } from '../../../rules/search/find-script.ts';
import { togglePin } from '../../../rules/search/pinned-scripts.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelModel } from './panel-model.ts';
import type { PaletteOverlay } from './panel-view.ts';

/** Menu, key sheet, palette and tools: nothing that outlives the panel. */
export class OverlayActions {
  readonly #model: PanelModel;
  readonly #now: () => number;

  constructor(model: PanelModel, now: () => number) {
    this.#model = model;
    this.#now = now;
  }

  /** True if the action was about what lies over the panel, and nothing more. */
  handle(action: PanelAction): boolean {
    const { overlay, tool } = this.#model;
    switch (action.do) {
      case 'overlay':
        overlay.value = action.open === 'palette' ? this.#palette('') : { kind: action.open };
        return true;
      case 'search-scripts':
        overlay.value = this.#palette(action.query);
        return true;
      case 'point-to-place':
        this.#pointTo(action.place);
        return true;
      case 'toggle-pin':
        this.#togglePin(action.situation);
        return true;
      case 'tool':
        tool.value = action.tool;
        return true;
      case 'ask-for-help':
        // Without a team: the floor supervisor stands first in the list of whom to hand a call to.
        if (this.#model.parts.journal.onScreen !== undefined) {
          tool.value = this.#model.parts.presence.state.value.linked ? 'help' : 'transfer';
        }
        return true;
      case 'open-note':
        this.#model.reopen(action.id);
        return true;
      case 'sync-now':
        this.#model.parts.sync.say({ kind: 'sync-now' });
        return true;
      case 'sync-retry-refused':
        this.#model.parts.sync.say({ kind: 'retry-refused' });
        return true;
      case 'sync-keep-here':
        this.#model.parts.sync.say({ kind: 'keep-here', of: action.of, id: action.id });
        return true;
      case 'pick-script':
        overlay.value = { kind: 'none' };
        return false;
      default:
        return false;
    }
  }

  #pointTo(place: string): void {
    const call = this.#model.parts.journal.onScreen;
    if (call !== undefined) this.#model.pointedAt.value = { call: call.id, place };
    this.#model.overlay.value = { kind: 'none' };
  }

  /** On the first free key, or off; at once in the open palette, and kept for the next start. */
  #togglePin(situation: string): void {
    const { overlay, chosenPins, pins } = this.#model;
    const query = overlay.value.kind === 'palette' ? overlay.value.query : '';
    const toggled = togglePin(pins, situation);
    if (toggled.ok) {
      chosenPins.value = toggled.pins;
      void savePins(toggled.pins);
    }
    overlay.value = { ...this.#palette(query), pinsFull: !toggled.ok };
  }

  #palette(query: string): PaletteOverlay {
    const { search, places, directory } = this.#model.parts;
    const found = new Set(findPlaces(places, query));
    return {
      kind: 'palette',
      query,
      results: findScripts(search, query, this.#likelihood()),
      places: found.size === 0 ? [] : directory(this.#now()).filter(({ key }) => found.has(key)),
      pinsFull: false,
    };
  }

  #likelihood(): Likelihood {
    const { parts, pins: pinned } = this.#model;
    const { journal, pack, context } = parts;
    const { phase, suggestions } = viewRules(journal.rules, pack, context(), this.#now());
    const suggested = suggestions.map(({ situation }) => situation);
    return { phase, suggested, pinned, uses: journal.uses };
  }
}
