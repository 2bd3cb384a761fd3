import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import { findScripts } from '../../../rules/search/find-script.ts';
import type { HanziReadings } from '../../../rules/search/hanzi-readings.ts';
import { buildSearchIndex, type SearchIndex } from '../../../rules/search/script-search-index.ts';
import { PinyinReadings } from '../../session/pinyin-readings.ts';
import { DraftEditor } from '../draft/draft-editor.ts';
import { openDraftStore } from '../draft/draft-store.ts';
import type { Clash } from '../draft/kept-draft.ts';
import { problemsOfDraft } from '../draft/read-draft.ts';
import { TeamDraft } from '../draft/team-draft.ts';
import { changedItems } from '../editor/pack-items.ts';
import type { LeadRoute } from '../frame/lead-link.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { PreviewModel } from '../preview/preview-model.ts';
import { TryOutModel } from '../preview/try-out-model.ts';
import type { DraftConflict, DraftState, FileNotice, PreviewView, ScriptsView } from './scripts-view.ts';

export type ScriptsRoute = Extract<LeadRoute, { page: 'scripts' }>;

/** What the pack editor holds. */
export class ScriptsModel {
  readonly draft: DraftEditor;
  readonly team: TeamDraft;
  readonly preview: PreviewModel;
  readonly tryOut: TryOutModel;
  readonly query: Signal<string> = signal('');
  readonly notice: Signal<FileNotice> = signal({ notice: 'none' });
  readonly language: PackLanguage;
  /** The pack that the team has: what the draft is compared with. */
  readonly base: Signal<Pack>;
  /** The newest state of the draft without a problem: the only one that may be played. */
  #sound: Pack;
  #checked: { readonly pack: Pack; readonly problems: readonly PackProblem[] };
  #compared: { readonly pack: Pack; readonly changed: ReadonlySet<string> } | null = null;
  readonly #session: TeamSession;
  #clashed: { readonly clash: Clash; readonly pack: Pack; readonly conflict: DraftConflict } | null = null;
  readonly #readings = new PinyinReadings();
  #index: { readonly pack: Pack; readonly readings: HanziReadings; readonly index: SearchIndex } | null =
    null;

  constructor(session: TeamSession, base: Pack, language: PackLanguage, now: () => Instant) {
    this.#session = session;
    this.base = signal(base);
    this.#sound = base;
    this.#checked = { pack: base, problems: [] };
    this.language = language;
    const store = openDraftStore();
    this.draft = new DraftEditor(base, store, () => this.team.markUnsent());
    this.team = new TeamDraft({ store, session, base: () => this.draft.base });
    this.preview = new PreviewModel(language, now);
    this.tryOut = new TryOutModel(now());
  }

  view(route: ScriptsRoute, now: Instant): ScriptsView {
    const pack = this.draft.pack.value;
    const problems = this.problems();
    const context = this.preview.context();
    return {
      pack,
      changed: this.#changed(pack),
      language: this.language,
      section: route.section,
      item: 'item' in route ? route.item : null,
      query: this.query.value,
      found: this.#found(pack),
      problems,
      draft: this.#draftState(pack),
      copy: this.team.copy.value,
      overtaken: this.draft.overtaken.value,
      canUndo: this.draft.can.canUndo,
      canRedo: this.draft.can.canRedo,
      notice: this.notice.value,
      preview: this.previewView(route, now),
      tryOut: this.tryOut.view(this.#sound, context),
    };
  }

  problems(): readonly PackProblem[] {
    const pack = this.draft.pack.value;
    if (this.#checked.pack !== pack) this.#checked = { pack, problems: problemsOfDraft(pack) };
    if (this.#checked.problems.length === 0) this.#sound = pack;
    return this.#checked.problems;
  }

  previewView(route: ScriptsRoute, now: Instant): PreviewView {
    const stale = this.problems().length > 0;
    const panel =
      route.section === 'try-out'
        ? this.tryOut.panel(this.#sound, this.preview.context())
        : this.preview.panel(this.#sound, this.#shown(route), route.section === 'directory', now);
    return { panel, stale, options: this.preview.options.value };
  }

  /** The team has another pack now. A draft without changes of its own becomes it. */
  rebase(pack: Pack): void {
    this.draft.rebase(pack);
    this.base.value = pack;
    this.#compared = null;
  }

  get soundPack(): Pack {
    return this.#sound;
  }

  /**
   * The situation in the preview: the one on screen, else one with the card on screen, else the
   * greeting.
   */
  #shown(route: ScriptsRoute): string {
    const { situations } = this.#sound;
    if (route.section === 'situations' && route.item !== null) return route.item;
    const item = 'item' in route ? route.item : null;
    const withCard = situations.find(({ techniques }) => item !== null && techniques.includes(item));
    const greeting = situations.find(
      ({ group, triggers }) => group === 'opening' && triggers.some(({ kind }) => kind === 'answered'),
    );
    return (withCard ?? greeting ?? situations[0])?.id ?? '';
  }

  #draftState(pack: Pack): DraftState {
    const clash = this.draft.clash.value;
    if (clash !== null) return { state: 'conflict', conflict: this.#conflict(clash, pack) };
    const state = this.draft.state.value;
    return state.state === 'saved' ? { ...state, by: this.#named(state.by) } : state;
  }

  #conflict(clash: Clash, pack: Pack): DraftConflict {
    const known = this.#clashed;
    if (known?.clash === clash && known.pack === pack) return known.conflict;
    const theirs = clash.theirs ?? this.draft.base;
    const conflict: DraftConflict = {
      by: this.#named(clash.by),
      at: clash.at,
      theirs: diffPacks(clash.before, theirs),
      mine: diffPacks(clash.before, pack),
      packs: [pack, theirs],
    };
    this.#clashed = { clash, pack, conflict };
    return conflict;
  }

  /** 0901 王芳: a number alone says little to a colleague. */
  #named(number: string | null): string | null {
    const name = number === null ? undefined : this.#session.names.value.get(number);
    return name === undefined ? number : `${number} ${name}`;
  }

  #changed(pack: Pack): ReadonlySet<string> {
    if (this.#compared?.pack !== pack)
      this.#compared = { pack, changed: changedItems(this.base.value, pack) };
    return this.#compared.changed;
  }

  #found(pack: Pack): readonly string[] | null {
    const query = this.query.value.trim();
    if (query === '') return null;
    void this.#readings.load();
    const readings = this.#readings.value;
    if (this.#index?.pack !== pack || this.#index.readings !== readings) {
      this.#index = { pack, readings, index: buildSearchIndex(pack, i18n.t, readings) };
    }
    const nothingKnown = { phase: null, suggested: [], pinned: [], uses: new Map() };
    return findScripts(this.#index.index, query, nothingKnown).map(({ situation }) => situation);
  }
}
