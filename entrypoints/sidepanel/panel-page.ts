import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import type { Stores } from '../../notes/open-stores.ts';
import { buildPlaceIndex, type PlaceIndex } from '../../rules/find-places.ts';
import type { RulesContext } from '../../rules/rules-context.ts';
import { buildSearchIndex, type SearchIndex } from '../../rules/script-search-index.ts';
import { PackStore } from '../wiring/pack-store.ts';
import { openPageStores } from '../wiring/page-session.ts';
import { panelLanguage, rulesContextOf } from '../wiring/rules-context-of.ts';
import { loadSettings, onSettingsChanged } from '../wiring/settings-store.ts';

/** What the panel stands on: stores, settings, scripts, and what is computed from them. */
export class PanelPage {
  readonly language: PackLanguage;
  readonly stores: Stores;
  readonly packs: PackStore;
  readonly #settings: Signal<Settings> = signal(DEFAULT_SETTINGS);
  readonly #search: ReadonlySignal<SearchIndex>;
  readonly #places: ReadonlySignal<PlaceIndex>;

  private constructor(language: PackLanguage, stores: Stores, packs: PackStore) {
    this.language = language;
    this.stores = stores;
    this.packs = packs;
    this.#search = computed(() => buildSearchIndex(packs.pack, language));
    this.#places = computed(() => buildPlaceIndex(packs.pack.directory, language));
  }

  static async open(): Promise<PanelPage> {
    const stores = await openPageStores();
    const page = new PanelPage(panelLanguage(), stores, await PackStore.open(stores.packs));
    page.#settings.value = await loadSettings();
    onSettingsChanged((changed) => {
      page.#settings.value = changed;
    });
    return page;
  }

  get settings(): Settings {
    return this.#settings.value;
  }

  get pack(): Pack {
    return this.packs.pack;
  }

  get search(): SearchIndex {
    return this.#search.value;
  }

  get places(): PlaceIndex {
    return this.#places.value;
  }

  readonly context = (): RulesContext => rulesContextOf(this.settings, this.language);

  /** Of a situation, in the reader's language. */
  readonly titleOf = (id: string): string =>
    this.pack.situations.find((situation) => situation.id === id)?.title[this.language] ?? id;
}
