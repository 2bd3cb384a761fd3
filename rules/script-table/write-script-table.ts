import { PACK_LANGUAGES, type PackLanguage, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { SituationGroup } from '../../contract/pack/situation.ts';
import type { Cell, Table } from '../../contract/table/table.ts';
import { SCRIPT_COLUMN_NAMES, SCRIPT_COLUMNS, type ScriptColumn } from './script-columns.ts';

/** One row a step. Read again by readScriptTable(), it changes nothing. */
export function writeScriptTable(
  { situations }: Pick<Pack, 'situations'>,
  language: PackLanguage,
  groupName: (group: SituationGroup) => string,
): Table {
  const rows = situations.flatMap(({ id, title, group, tags, steps, prohibitions }) =>
    steps.map((step, at) => {
      const text = textIn(step.text, language);
      const isFirst = at === 0;
      const cells: Readonly<Record<ScriptColumn, string>> = {
        ...{ situation: id, title: textIn(title, language), group: groupName(group), step: step.id },
        tags: isFirst ? tags.join('、') : '',
        text: step.kind === 'do' ? '' : text,
        note: step.kind === 'do' ? text : '',
        prohibitions: isFirst ? prohibitions.map((one) => textIn(one, language)).join('\n') : '',
      };
      return SCRIPT_COLUMNS.map((column): Cell => cells[column]);
    }),
  );
  const at = Math.max(0, PACK_LANGUAGES.indexOf(language));
  const headings = SCRIPT_COLUMNS.map((column) => SCRIPT_COLUMN_NAMES[column][at] ?? column);
  return { headings, rows, timeZone: 'UTC' };
}
