import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { readTableFile } from '../../../contract/table/read-table-file.ts';
import { hashOf, startOf } from '../frame/lead-link.ts';
import { ScriptImport } from '../scripts/script-import.tsx';
import type { ActOnScripts, ScriptsView } from '../scripts/scripts-view.ts';
import { copyWords, draftWords } from './draft-words.ts';
import './draft-bar.css';
import { ProblemList } from '../editor/problem-list.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { ImportNotice } from './import-notice.tsx';

/** A file with a table of scripts, before it is in the draft. */
interface ChosenTable {
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
}

interface DraftBarProps {
  readonly view: ScriptsView;
  readonly act: ActOnScripts;
}

/** The draft as a whole: whether it is kept, what is wrong with it, undo, import and export. */
export function DraftBar({ view, act }: DraftBarProps) {
  const file = useRef<HTMLInputElement>(null);
  const { problems, draft } = view;
  const [table, setTable] = useState<ChosenTable | null>(null);
  const choose = async (chosen: File) => {
    setTable(null);
    if (!/\.(?:xlsx|csv)$/i.test(chosen.name)) {
      act({ do: 'import', file: chosen.name, text: await chosen.text() });
      return;
    }
    const read = await readTableFile(chosen);
    if (read.ok) setTable({ file: chosen.name, rows: read.rows });
    else act({ do: 'refuse-import', file: chosen.name, why: { why: read.reason } });
  };
  // Of what is not kept yet, or not chosen yet, the team has nothing.
  const isHere = draft.state === 'saving' || (draft.state === 'conflict' && view.copy.copy !== 'here');
  const copy = isHere ? '' : copyWords(view.copy);
  return (
    <section class="draft-bar" aria-label={i18n.t('lead.draft')}>
      <div class="draft-bar__row">
        <span class={`draft-bar__state draft-bar__state--${draft.state}`} role="status">
          {draftWords(draft)}
          {copy !== '' && <span class="draft-bar__copy">{copy}</span>}
        </span>
        <ProblemList problems={problems} onGo={(path) => act({ do: 'go-to', path })} />
        <Button variant="bare" disabled={!view.canUndo} onPress={() => act({ do: 'undo' })}>
          {i18n.t('lead.undo')} <kbd>Ctrl Z</kbd>
        </Button>
        <Button variant="bare" disabled={!view.canRedo} onPress={() => act({ do: 'redo' })}>
          {i18n.t('lead.redo')}
        </Button>
        <Button variant="bare" onPress={() => file.current?.click()}>
          {i18n.t('lead.import')}
        </Button>
        <Button variant="bare" onPress={() => act({ do: 'export' })}>
          {i18n.t('lead.export')}
        </Button>
        <Button variant="bare" onPress={() => act({ do: 'export-table' })}>
          {i18n.t('lead.scriptTable.export')}
        </Button>
        <Button variant="bare" onPress={() => act({ do: 'export-handbook' })}>
          {i18n.t('lead.scriptTable.handbook')}
        </Button>
        {draft.state !== 'same' && <Discard onDiscard={() => act({ do: 'discard' })} />}
        <input
          ref={file}
          type="file"
          hidden
          accept=".xlsx,.csv,.yaml,.yml,.json"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) void choose(chosen);
            currentTarget.value = '';
          }}
        />
      </div>
      {view.overtaken && (
        <p class="draft-bar__notice draft-bar__notice--overtaken" role="status">
          {i18n.t('lead.overtaken')} <a href={hashOf(startOf('publish'))}>{i18n.t('lead.page.publish')}</a>
        </p>
      )}
      {draft.state === 'conflict' && (
        <DraftConflict
          conflict={draft.conflict}
          language={view.language}
          onResolve={(keep) => act({ do: 'resolve', keep })}
        />
      )}
      {table !== null && (
        <ScriptImport
          {...table}
          view={view}
          onApply={(pack) => {
            act({ do: 'edit', pack });
            setTable(null);
          }}
          onForget={() => setTable(null)}
        />
      )}
      <ImportNotice notice={view.notice} onDismiss={() => act({ do: 'dismiss-notice' })} />
    </section>
  );
}

/**
 * The first press asks, the second one discards the draft. Leaving the button cancels the first
 * press.
 */
function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      class="button button--bare"
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) onDiscard();
        setAsked(!asked);
      }}
    >
      {asked ? i18n.t('lead.discardSure') : i18n.t('lead.discard')}
    </button>
  );
}
