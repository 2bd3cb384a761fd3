import { type LocalizedText, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation, SituationGroup } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import { linesOf, tagsOf } from './cell-lines.ts';
import type { ScriptColumn } from './script-columns.ts';

export interface ScriptImport {
  readonly pack: Pack;
  /** Language in which the texts are read. */
  readonly language: string;
  readonly groups: ReadonlyMap<string, SituationGroup>;
  readonly freshId: () => string;
}

/** Of the pack's schema. */
const MOST_STEPS = 30;

type CellOf = (column: ScriptColumn) => string;

/** The situations of a pack while rows of a table are read into them. */
export class SituationRows {
  readonly #into: ScriptImport;
  readonly #situations: Map<string, Situation>;

  constructor(into: ScriptImport) {
    this.#into = into;
    this.#situations = new Map(into.pack.situations.map((one) => [one.id, one]));
  }

  pack(): Pack {
    const { pack } = this.#into;
    const situations = [...this.#situations.values()];
    const isSame =
      situations.length === pack.situations.length &&
      situations.every((one, at) => one === pack.situations[at]);
    return isSame ? pack : { ...pack, situations };
  }

  /** By its id, by its title, or the one of the row before. */
  situationOf(cellOf: CellOf, before: Situation | null): Situation {
    const [id, title] = [cellOf('situation'), cellOf('title')];
    const known = id !== '' ? this.#situations.get(id) : title === '' ? before : this.#titled(title);
    if (known !== undefined && known !== null) return this.#situations.get(known.id) ?? known;
    const made: Situation = {
      ...{ id: id === '' ? this.#into.freshId() : id, title: this.#text(title), group: 'query', tags: [] },
      ...{ handbook: '§2', triggers: [{ kind: 'picked' }], steps: [], hangUp: 'caller-first' },
      ...{ prohibitions: [], techniques: [] },
    };
    this.#situations.set(made.id, made);
    return made;
  }

  /** False: the situation has as many steps as it can have. */
  apply({ id }: Situation, cellOf: CellOf): boolean {
    const before = this.#situations.get(id);
    if (before === undefined) throw new Error('a row of no situation');
    const steps = this.#steps(before, cellOf);
    if (steps.length > MOST_STEPS) return false;
    const { groups } = this.#into;
    const group = groups.get(cellOf('group').toLowerCase()) ?? before.group;
    const title = cellOf('title') === '' ? before.title : this.#changed(before.title, cellOf('title'));
    const tags = this.#tags(before.tags, cellOf('tags'));
    const prohibitions = this.#prohibitions(before.prohibitions, cellOf('prohibitions'));
    const after = { ...before, title, group, tags, steps, prohibitions };
    const isSame = (Object.keys(after) as (keyof Situation)[]).every((key) => after[key] === before[key]);
    if (!isSame) this.#situations.set(id, after);
    return true;
  }

  #titled(title: string): Situation | undefined {
    const { language } = this.#into;
    return [...this.#situations.values()].find((one) => textIn(one.title, language) === title);
  }

  #steps({ steps }: Situation, cellOf: CellOf): Situation['steps'] {
    const id = cellOf('step');
    const texts = [
      ['say', cellOf('text')],
      ['do', cellOf('note')],
    ] as const;
    return texts.reduce(
      (all, [kind, text]) => (text === '' ? all : this.#withStep(all, kind, id, text)),
      steps,
    );
  }

  #withStep(steps: Situation['steps'], kind: 'say' | 'do', id: string, text: string): Situation['steps'] {
    const fits = (step: Step) => (step.kind === 'do') === (kind === 'do');
    const { language } = this.#into;
    const known = steps.find((step) =>
      id === '' ? fits(step) && textIn(step.text, language) === text : step.id === id && fits(step),
    );
    if (known !== undefined) {
      const changed = this.#changed(known.text, text);
      if (changed === known.text) return steps;
      return steps.map((step) => (step === known ? { ...step, text: changed } : step));
    }
    const isFree = id !== '' && steps.every((step) => step.id !== id);
    const own = { id: isFree ? id : this.#freeId(steps), mandatory: false, text: this.#text(text) };
    const step: Step = kind === 'say' ? { kind, ...own, variants: [] } : { kind, ...own, action: 'manner' };
    return [...steps, step];
  }

  #freeId(steps: Situation['steps']): string {
    const used = new Set(steps.map(({ id }) => id));
    let n = steps.length + 1;
    while (used.has(`step-${n}`)) n += 1;
    return `step-${n}`;
  }

  #tags(before: Situation['tags'], cell: string): Situation['tags'] {
    const missing = tagsOf(cell).filter((tag) => !before.includes(tag) && !before.join('、').includes(tag));
    return missing.length === 0 ? before : [...before, ...missing];
  }

  /** Those that are there already stay; others are added. */
  #prohibitions(before: Situation['prohibitions'], cell: string): Situation['prohibitions'] {
    const { language } = this.#into;
    const known = before.map((text) => textIn(text, language));
    if (cell === known.join('\n')) return before;
    const missing = linesOf(cell).filter((line) => !known.includes(line));
    return missing.length === 0 ? before : [...before, ...missing.map((line) => this.#text(line))];
  }

  /** In the other languages it is still to be written. */
  #text(text: string): LocalizedText {
    const { pack, language } = this.#into;
    return Object.fromEntries(pack.languages.map((tag) => [tag, tag === language ? text : '']));
  }

  #changed(before: LocalizedText, text: string): LocalizedText {
    const { language } = this.#into;
    return textIn(before, language) === text ? before : { ...before, [language]: text };
  }
}
