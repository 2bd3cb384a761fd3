import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { hashOf, startOf } from '../frame/lead-link.ts';
import type { ActOnScripts, ScriptsView } from '../scripts/scripts-view.ts';
import { copyWords, draftWords } from './draft-words.ts';
import './draft-bar.css';
import { ProblemList } from '../editor/problem-list.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { ImportNotice } from './import-notice.tsx';

interface DraftBarProps {
  readonly view: ScriptsView;
  readonly act: ActOnScripts;
}

/** The draft as a whole: whether it is kept, what is wrong with it, undo, import and export. */
export function DraftBar({ view, act }: DraftBarProps) {
  const file = useRef<HTMLInputElement>(null);
  const { problems, draft } = view;
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
        {draft.state !== 'same' && <Discard onDiscard={() => act({ do: 'discard' })} />}
        <input
          ref={file}
          type="file"
          hidden
          accept=".yaml,.yml,.json"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen === undefined) return;
            void chosen.text().then((text) => act({ do: 'import', file: chosen.name, text }));
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
