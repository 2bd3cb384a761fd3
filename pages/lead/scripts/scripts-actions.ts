import { saveFile } from '../../../browser/save-file.ts';
import { readPackFile, writePackFile } from '../draft/pack-file.ts';
import { addItem, copyItem, removeItem } from '../editor/pack-items.ts';
import { focusPlace } from '../fields/focus-place.ts';
import type { Path } from '../fields/place.ts';
import { hashOf, type LeadRoute } from '../frame/lead-link.ts';
import type { ScriptsModel, ScriptsRoute } from './scripts-model.ts';
import { type ActOnScripts, type ItemSection, type ScriptsAction, SECTIONS } from './scripts-view.ts';

interface ScriptsActionParts {
  readonly model: ScriptsModel;
  readonly route: () => LeadRoute;
  readonly now: () => number;
}

/** Turns what a lead does in the pack editor into changes of the draft. */
export class ScriptsActions {
  readonly #parts: ScriptsActionParts;

  constructor(parts: ScriptsActionParts) {
    this.#parts = parts;
  }

  readonly act: ActOnScripts = (action) => {
    if (this.#onDraft(action) || this.#onItems(action)) return;
    this.#onPreview(action);
  };

  #onDraft(action: ScriptsAction): boolean {
    const { draft, notice } = this.#parts.model;
    switch (action.do) {
      case 'edit':
        draft.edit(action.pack);
        return true;
      case 'undo':
      case 'redo':
      case 'discard':
        draft[action.do]();
        return true;
      case 'resolve':
        void draft.resolve(action.keep);
        return true;
      case 'export':
        this.#export();
        return true;
      case 'import':
        this.#import(action.file, action.text);
        return true;
      case 'dismiss-notice':
        notice.value = { notice: 'none' };
        return true;
      default:
        return false;
    }
  }

  #onItems(action: ScriptsAction): boolean {
    const { draft, query } = this.#parts.model;
    const pack = draft.pack.value;
    switch (action.do) {
      case 'find':
        query.value = action.query;
        return true;
      case 'add-item':
        this.#grow(action.section, addItem(pack, action.section));
        return true;
      case 'copy-item':
        this.#grow(action.section, copyItem(pack, action.section, action.id));
        return true;
      case 'remove-item':
        draft.edit(removeItem(pack, action.section, action.id));
        this.#open({ page: 'scripts', section: action.section, item: null });
        return true;
      case 'go-to':
        this.#goTo(action.path);
        return true;
      default:
        return false;
    }
  }

  #onPreview(action: ScriptsAction): void {
    const { preview, tryOut } = this.#parts.model;
    switch (action.do) {
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
        this.#press(action);
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
    }
  }

  #press({ action }: ScriptsAction & { do: 'in-panel' }): void {
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

  #grow(section: ItemSection, grown: ReturnType<typeof copyItem>): void {
    if (grown === null) return;
    const { draft, query } = this.#parts.model;
    query.value = '';
    draft.edit(grown.pack);
    this.#open({ page: 'scripts', section, item: grown.id });
    const n = grown.pack[section].findIndex(({ id }) => id === grown.id);
    focusLater([section, n]);
  }

  /** Opens the form in which the place is edited, and goes to its field. */
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
    const { draft, notice } = this.#parts.model;
    const pack = draft.pack.value;
    const file = `${pack.id}-${pack.version}.yaml`;
    saveFile(file, 'application/yaml', writePackFile(pack));
    notice.value = { notice: 'exported', file };
  }
}

/** Once the form of the new route is on screen: the address changes first, its page a turn later. */
function focusLater(path: Path): void {
  setTimeout(() => requestAnimationFrame(() => focusPlace(path)));
}
