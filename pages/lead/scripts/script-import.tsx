import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { situationGroupSchema } from '../../../contract/pack/situation.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import {
  readScriptTable,
  type ScriptCellIssue,
  type ScriptReading,
} from '../../../rules/script-table/read-script-table.ts';
import { guessMapping, SCRIPT_COLUMNS } from '../../../rules/script-table/script-columns.ts';
import { changeWords } from '../draft/change-words.ts';
import { SITUATION_GROUPS } from '../editor/situation-groups.ts';
import { freshId } from '../fields/blank-value.ts';
import { placeName } from '../fields/place.ts';
import type { ScriptsView } from './scripts-view.ts';

interface ScriptImportProps {
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
  readonly view: Pick<ScriptsView, 'pack' | 'language'>;
  readonly onApply: (pack: Pack) => void;
  readonly onForget: () => void;
}

/** More would be read by nobody; all of it goes into the draft. */
const MOST_SHOWN = 50;

/** A table of scripts before it is in the draft: what its columns mean, its errors, its changes. */
export function ScriptImport({ file, rows, view, onApply, onForget }: ScriptImportProps) {
  const { pack, language } = view;
  const [headings = []] = rows;
  const [mapping, setMapping] = useState(() => guessMapping(headings));
  const reading = useMemo(
    () => readScriptTable({ rows, mapping }, { pack, language, groups: groupsByName(), freshId: newId }),
    [rows, mapping, pack, language],
  );
  const changes = reading.ok ? diffPacks(pack, reading.pack) : [];
  return (
    <section class="draft-bar__notice script-import" aria-label={i18n.t('lead.scriptTable.title')}>
      <p>
        <strong>{i18n.t('lead.scriptTable.title')}</strong> <bdi>{tameText(file, 60)}</bdi>
      </p>
      <div class="lead-row">
        {headings.map((heading, at) => (
          <label key={at} class="lead-field">
            <bdi>{tameText(heading, 40) || String(at + 1)}</bdi>
            <select
              value={mapping[at] ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const column = SCRIPT_COLUMNS.find((one) => one === value) ?? null;
                setMapping(
                  headings.map((_, n) => {
                    if (n === at) return column;
                    const other = mapping[n] ?? null;
                    return other === column ? null : other;
                  }),
                );
              }}
            >
              <option value="">{i18n.t('lead.scriptTable.ignored')}</option>
              {SCRIPT_COLUMNS.map((column) => (
                <option key={column} value={column}>
                  {i18n.t(`lead.scriptTable.column.${column}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {!reading.ok && <p role="alert">{refusalText(reading.reason)}</p>}
      {reading.ok && (
        <>
          <p role="status">
            {i18n.t('lead.scriptTable.read', { count: reading.read, changes: changes.length })}
          </p>
          <Issues issues={reading.issues} />
          <ul aria-label={i18n.t('lead.scriptTable.changes')}>
            {changes.slice(0, MOST_SHOWN).map((change) => (
              <li key={`${placeName(change.path)} ${change.what.kind}`}>
                {changeWords(change, [reading.pack, pack], language)}
              </li>
            ))}
            {changes.length > MOST_SHOWN && (
              <li>{i18n.t('lead.andMore', { count: changes.length - MOST_SHOWN })}</li>
            )}
          </ul>
        </>
      )}
      <div class="lead-row">
        <Button
          variant="main"
          disabled={!reading.ok || changes.length === 0}
          onPress={() => reading.ok && onApply(reading.pack)}
        >
          {i18n.t('lead.scriptTable.apply')}
        </Button>
        <Button onPress={onForget}>{i18n.t('lists.forget')}</Button>
      </div>
    </section>
  );
}

function Issues({ issues }: { readonly issues: readonly ScriptCellIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul aria-label={i18n.t('lists.issues')}>
      {issues.slice(0, MOST_SHOWN).map(({ row, column, cell, why }) => (
        <li key={`${row} ${column} ${why}`}>
          {i18n.t('lists.issue', {
            row,
            column: i18n.t(`lead.scriptTable.column.${column}`),
            why: problemText(why),
          })}{' '}
          <bdi>{tameText(cell, 40)}</bdi>
        </li>
      ))}
      {issues.length > MOST_SHOWN && <li>{i18n.t('lead.andMore', { count: issues.length - MOST_SHOWN })}</li>}
    </ul>
  );
}

const newId = () => freshId('situation');

/** By id and by the word of the interface. */
function groupsByName() {
  return new Map(
    situationGroupSchema.options.flatMap((group) =>
      [group, i18n.t(SITUATION_GROUPS[group])].map((name) => [name.toLowerCase(), group] as const),
    ),
  );
}

function refusalText(reason: Extract<ScriptReading, { readonly ok: false }>['reason']): string {
  switch (reason) {
    case 'empty':
      return i18n.t('lists.empty');
    case 'no-title-column':
      return i18n.t('lead.scriptTable.noTitleColumn');
    case 'no-text-column':
      return i18n.t('lead.scriptTable.noTextColumn');
  }
}

function problemText(why: ScriptCellIssue['why']): string {
  switch (why) {
    case 'too-long':
      return i18n.t('lists.tooLong');
    case 'bad-part':
      return i18n.t('lead.scriptTable.badPart');
    case 'unknown-placeholder':
      return i18n.t('lead.scriptTable.unknownPlaceholder');
    case 'needs-part':
      return i18n.t('lead.scriptTable.needsPart');
    case 'forbidden-phrase':
      return i18n.t('lead.scriptTable.forbiddenPhrase');
    case 'no-title':
      return i18n.t('lead.scriptTable.noTitle');
    case 'nothing-said':
      return i18n.t('lead.scriptTable.nothingSaid');
    case 'unknown-group':
      return i18n.t('lead.scriptTable.unknownGroup');
    case 'bad-id':
      return i18n.t('lead.scriptTable.badId');
    case 'too-many-steps':
      return i18n.t('lead.scriptTable.tooManySteps');
  }
}
