import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { loadSettings, onSettingsChanged } from '../../../browser/settings-store.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../contract/settings/settings.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { buildPlaceIndex, type PlaceIndex } from '../../../rules/search/find-places.ts';
import { buildSearchIndex, type SearchIndex } from '../../../rules/search/script-search-index.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { PagePacks } from '../../session/page-packs.ts';
import { openPageStores } from '../../session/page-session.ts';
import { panelLanguage, rulesContextOf } from '../../session/rules-context-of.ts';

/** What the panel stands on: stores, settings, scripts, and what is computed from them. */
export class PanelPage {
  readonly language: PackLanguage;
  readonly stores: Stores;
  readonly packs: PagePacks;
  readonly #settings: Signal<Settings> = signal(DEFAULT_SETTINGS);
  readonly #search: ReadonlySignal<SearchIndex>;
  readonly #places: ReadonlySignal<PlaceIndex>;

  private constructor(language: PackLanguage, stores: Stores, packs: PagePacks) {
    this.language = language;
    this.stores = stores;
    this.packs = packs;
    this.#search = computed(() => buildSearchIndex(packs.pack, i18n.t));
    this.#places = computed(() => buildPlaceIndex(packs.pack.directory, language));
  }

  static async open(): Promise<PanelPage> {
    const stores = await openPageStores();
    const page = new PanelPage(panelLanguage(), stores, await PagePacks.open(stores.packs));
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
    textIn(this.pack.situations.find((situation) => situation.id === id)?.title, this.language, id);
}
