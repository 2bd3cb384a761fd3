import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { loadSettings, onSettingsChanged } from '../../../browser/settings-store.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { buildPlaceIndex, type PlaceIndex } from '../../../rules/search/find-places.ts';
import { buildSearchIndex, type SearchIndex } from '../../../rules/search/script-search-index.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { PagePacks } from '../../session/page-packs.ts';
import { openPageStores } from '../../session/page-session.ts';
import { PinyinReadings } from '../../session/pinyin-readings.ts';
import { panelLanguage, rulesContextOf } from '../../session/rules-context-of.ts';
import { shippedPack } from '../../session/shipped-pack.ts';
import type { TimeRules } from '../call-backs/call-backs-view.ts';
import { type DirectoryEntryView, directoryViews } from '../dial/directory-views.ts';

type PanelPacks = Pick<PagePacks, 'pack' | 'key' | 'find' | 'state' | 'markNoteRead'>;

interface PageParts {
  readonly language: PackLanguage;
  readonly stores: Stores;
  readonly packs: PanelPacks;
  readonly settings: ReadonlySignal<Settings>;
  readonly readings: PinyinReadings;
}

/** Stores, settings and scripts, and what is computed from them. */
export class PanelPage {
  readonly language: PackLanguage;
  readonly stores: Stores;
  readonly packs: PanelPacks;
  readonly readings: PinyinReadings;
  readonly #settings: ReadonlySignal<Settings>;
  readonly #search: ReadonlySignal<SearchIndex>;
  readonly #places: ReadonlySignal<PlaceIndex>;

  constructor({ language, stores, packs, settings, readings }: PageParts) {
    this.language = language;
    this.stores = stores;
    this.packs = packs;
    this.readings = readings;
    this.#settings = settings;
    this.#search = computed(() => buildSearchIndex(packs.pack, i18n.t, readings.value));
    this.#places = computed(() => buildPlaceIndex(packs.pack.directory, language, readings.value));
  }

  static async open(): Promise<PanelPage> {
    const language = panelLanguage();
    // None of the three waits for another.
    const [stores, shipped, loaded] = await Promise.all([
      openPageStores(),
      shippedPack(language),
      loadSettings(),
    ]);
    const packs = await PagePacks.open(stores.packs, shipped);
    const settings = signal(loaded);
    onSettingsChanged((changed) => {
      settings.value = changed;
    });
    return new PanelPage({
      language,
      stores,
      packs,
      settings,
      readings: new PinyinReadings(),
    });
  }

  get settings(): Settings {
    return this.#settings.value;
  }

  get pack(): Pack {
    return this.packs.pack;
  }

  /** Names that pack in events. */
  get packKey(): string {
    return this.packs.key;
  }

  get search(): SearchIndex {
    return this.#search.value;
  }

  get places(): PlaceIndex {
    return this.#places.value;
  }

  /** What the time of a call-back is checked against. */
  get times(): TimeRules {
    return { settings: this.pack.settings, utcOffsetMinutes: this.context().utcOffsetMinutes };
  }

  /** An earlier pack of the team, by the key that events name. */
  readonly packOf = (key: string): Pack | null => this.packs.find(key);

  readonly context = (): RulesContext => rulesContextOf(this.settings, this.language, i18n.t, this.pack);

  /** The pack's directory, with whether each place is open now. */
  directory(now: number): readonly DirectoryEntryView[] {
    return directoryViews(this.pack.directory, this.language, now);
  }

  /** Title of a situation in the reader's language. */
  readonly titleOf = (id: string): string =>
    textIn(this.pack.situations.find((situation) => situation.id === id)?.title, this.language, id);
}
