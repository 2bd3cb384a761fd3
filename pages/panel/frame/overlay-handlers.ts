import type { RulesView } from '../../../rules/call/rules-view.ts';
import { findPlaces } from '../../../rules/search/find-places.ts';
import { findScripts, type Likelihood } from '../../../rules/search/find-script.ts';
import { NO_READINGS } from '../../../rules/search/hanzi-readings.ts';
import { pinsFor, togglePin } from '../../../rules/search/pinned-scripts.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { CallTool } from '../call/call-view.ts';
import type { PanelBrowser } from './panel-browser.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelPage } from './panel-page.ts';
import type { PanelState } from './panel-state.ts';
import type { Overlay, PaletteOverlay } from './panel-view.ts';

export type OverlayAction =
  | { readonly do: 'overlay'; readonly open: Overlay['kind'] }
  | { readonly do: 'tool'; readonly tool: CallTool }
  | { readonly do: 'search-scripts'; readonly query: string }
  /** Puts a script on the first free number key, or takes it off. */
  | { readonly do: 'toggle-pin'; readonly situation: string }
  /** Until the call ends, the script's sentences name this place of the directory. */
  | { readonly do: 'point-to-place'; readonly place: string };

interface OverlayParts {
  readonly state: Pick<PanelState, 'overlay' | 'tool' | 'pointedAt' | 'chosenPins'>;
  readonly page: Pick<PanelPage, 'pack' | 'search' | 'places' | 'directory' | 'readings'>;
  readonly journal: Pick<PanelJournal, 'onScreen' | 'uses'>;
  readonly rules: () => RulesView;
  readonly browser: Pick<PanelBrowser, 'savePins'>;
  readonly now: () => number;
}

/** Menu, key sheet, palette and tools: nothing that outlives the panel, except the pins. */
export function overlayHandlers(parts: OverlayParts): Handlers<OverlayAction> {
  const { state, page, journal, browser } = parts;
  return {
    overlay: async ({ open }) => {
      state.overlay.value = open === 'palette' ? palette('', parts) : { kind: open };
      if (open === 'palette') await findByPinyin(parts);
    },
    tool: ({ tool }) => {
      state.tool.value = tool;
    },
    'search-scripts': async ({ query }) => {
      state.overlay.value = palette(query, parts);
      await findByPinyin(parts);
    },
    'toggle-pin': ({ situation }) => {
      const { value: overlay } = state.overlay;
      const query = overlay.kind === 'palette' ? overlay.query : '';
      const toggled = togglePin(pinsFor(state.chosenPins.value, page.pack), situation);
      if (toggled.ok) {
        state.chosenPins.value = toggled.pins;
        browser.savePins(toggled.pins);
      }
      state.overlay.value = { ...palette(query, parts), pinsFull: !toggled.ok };
    },
    'point-to-place': ({ place }) => {
      const call = journal.onScreen;
      if (call !== undefined) state.pointedAt.value = { call: call.id, place };
      state.overlay.value = { kind: 'none' };
    },
  };
}

/** What was typed before the readings were there is searched for once more. */
async function findByPinyin(parts: OverlayParts): Promise<void> {
  const { page, state } = parts;
  if (page.readings.value !== NO_READINGS) return;
  await page.readings.load();
  const { value: overlay } = state.overlay;
  if (overlay.kind === 'palette') state.overlay.value = palette(overlay.query, parts);
}

function palette(query: string, parts: OverlayParts): PaletteOverlay {
  const { page, now } = parts;
  const found = new Set(findPlaces(page.places, query));
  return {
    kind: 'palette',
    query,
    results: findScripts(page.search, query, likelihood(parts)),
    places: found.size === 0 ? [] : page.directory(now()).filter(({ key }) => found.has(key)),
    pinsFull: false,
  };
}

function likelihood({ state, page, journal, rules }: OverlayParts): Likelihood {
  const { phase, suggestions } = rules();
  return {
    phase,
    suggested: suggestions.map(({ situation }) => situation),
    pinned: pinsFor(state.chosenPins.value, page.pack),
    uses: journal.uses,
  };
}
