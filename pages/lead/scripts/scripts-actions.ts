import { i18n } from '#i18n';
import { saveFile } from '../../../browser/save-file.ts';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import { writeScriptTable } from '../../../rules/script-table/write-script-table.ts';
import type { PanelAction } from '../../panel/frame/panel-action.ts';
import { readPackFile, writePackFile } from '../draft/pack-file.ts';
import { addItem, copyItem, removeItem } from '../editor/pack-items.ts';
import { SITUATION_GROUPS } from '../editor/situation-groups.ts';
import { focusPlace } from '../fields/focus-place.ts';
import { inLanguages } from '../fields/in-languages.ts';
import type { Path } from '../fields/place.ts';
import { hashOf, type LeadRoute } from '../frame/lead-link.ts';
import { handbookPage } from './handbook-page.ts';
import type { ScriptsModel, ScriptsRoute } from './scripts-model.ts';
import { type ActOnScripts, type ItemSection, SECTIONS } from './scripts-view.ts';

interface ScriptsActionParts {
  readonly model: ScriptsModel;
  readonly route: () => LeadRoute;
  readonly now: () => number;
}

/** Runs the actions of the pack editor. */
export class ScriptsActions {
  readonly #parts: ScriptsActionParts;

  constructor(parts: ScriptsActionParts) {
    this.#parts = parts;
  }

  readonly act: ActOnScripts = (action) => {
    const { draft, notice, preview, query, tryOut } = this.#parts.model;
    switch (action.do) {
      case 'edit':
        draft.edit(inLanguages(action.pack, action.pack.languages));
        break;
      case 'undo':
      case 'redo':
      case 'discard':
        draft[action.do]();
        break;
      case 'resolve':
        void draft.resolve(action.keep);
        break;
      case 'export':
        this.#export();
        break;
      case 'import':
        this.#import(action.file, action.text);
        break;
      case 'export-table':
        void this.#exportTable();
        break;
      case 'export-handbook':
        this.#exportHandbook();
        break;
      case 'refuse-import':
        notice.value = { notice: 'refused', file: action.file, why: action.why };
        break;
      case 'dismiss-notice':
        notice.value = { notice: 'none' };
        break;
      case 'find':
        query.value = action.query;
        break;
      case 'add-item':
        this.#openNew(action.section, addItem(draft.pack.value, action.section));
        break;
      case 'copy-item':
        this.#openNew(action.section, copyItem(draft.pack.value, action.section, action.id));
        break;
      case 'remove-item':
        draft.edit(removeItem(draft.pack.value, action.section, action.id));
        this.#open({ page: 'scripts', section: action.section, item: null });
        break;
      case 'go-to':
        this.#goTo(action.path);
        break;
      case 'preview-step':
        preview.showStep(action.step);
        break;
      case 'preview-restart':
        preview.restart();
        break;
      case 'preview-options':
        preview.suppose(action.options);
        break;
      case 'in-panel':
        this.#press(action.action);
        break;
      case 'try-out':
        tryOut.choose(action.caller);
        break;
      case 'seek':
        tryOut.seek(action.atMs);
        break;
      case 'play':
        this.#play();
        break;
      case 'pause':
        tryOut.pause();
        break;
      default:
        action satisfies never;
    }
  };

  #press(action: PanelAction): void {
    const { model, now } = this.#parts;
    const route = this.#scriptsRoute();
    if (route === null || route.section === 'try-out') return;
    const { panel } = model.previewView(route, now());
    if (panel !== null) model.preview.press(action, panel);
  }

  #play(): void {
    const { model } = this.#parts;
    model.tryOut.play(model.tryOut.view(model.soundPack, model.preview.context()).lastsMs);
  }

  /** Puts the new item into the draft and opens its form. */
  #openNew(section: ItemSection, grown: ReturnType<typeof copyItem>): void {
    if (grown === null) return;
    const { draft, query } = this.#parts.model;
    query.value = '';
    draft.edit(grown.pack);
    this.#open({ page: 'scripts', section, item: grown.id });
    const n = grown.pack[section].findIndex(({ id }) => id === grown.id);
    focusLater([section, n]);
  }

  /** Opens the form that edits the place, and focuses its field. */
  #goTo(path: Path): void {
    const [list, n] = path;
    const pack = this.#parts.model.draft.pack.value;
    if (list === 'situations' || list === 'techniques') {
      const item = typeof n === 'number' ? pack[list][n]?.id : undefined;
      this.#open({ page: 'scripts', section: list, item: item ?? null });
    } else {
      const section = SECTIONS.find((one) => one === list);
      if (section !== undefined && section !== 'situations' && section !== 'techniques') {
        this.#open({ page: 'scripts', section });
      }
    }
    focusLater(path);
  }

  #open(route: LeadRoute): void {
    location.hash = hashOf(route);
  }

  #scriptsRoute(): ScriptsRoute | null {
    const route = this.#parts.route();
    return route.page === 'scripts' ? route : null;
  }

  #import(file: string, text: string): void {
    const { draft, notice } = this.#parts.model;
    const read = readPackFile(text);
    if (read.ok) draft.edit(read.draft);
    notice.value = read.ok ? { notice: 'imported', file } : { notice: 'refused', file, why: read.why };
  }

  #export(): void {
    const pack = this.#parts.model.draft.pack.value;
    this.#save({ name: 'yaml', type: 'application/yaml', content: writePackFile(pack) });
  }

  async #exportTable(): Promise<void> {
    const { draft, language } = this.#parts.model;
    const table = writeScriptTable(draft.pack.value, language, (group) => i18n.t(SITUATION_GROUPS[group]));
    const name = i18n.t('lead.page.scripts');
    const { type, content } = await exportFile({ name, table, records: [] }, 'xlsx');
    this.#save({ name: 'xlsx', type, content });
  }

  #exportHandbook(): void {
    const { draft, language } = this.#parts.model;
    const content = handbookPage(draft.pack.value, language);
    this.#save({ name: 'html', type: 'text/html;charset=utf-8', content });
  }

  /** The name is the ending; before it stand id and version of the draft. */
  #save({ name: ending, type, content }: ExportFile): void {
    const { draft, notice } = this.#parts.model;
    const { id, version } = draft.pack.value;
    const file = `${id}-${version}.${ending}`;
    saveFile(file, type, content);
    notice.value = { notice: 'exported', file };
  }
}

/** The address changes first and the form is drawn a turn later, so the focus waits for it. */
function focusLater(path: Path): void {
  setTimeout(() => requestAnimationFrame(() => focusPlace(path)));
}
