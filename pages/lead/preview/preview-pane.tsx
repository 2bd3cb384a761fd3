import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { PACK_LANGUAGES } from '../../../contract/pack/localized-text.ts';
import { LANGUAGE_NAMES } from '../fields/localized-field.tsx';
import type { ActOnScripts, PreviewOptions, PreviewView } from '../scripts/scripts-view.ts';
import { PanelFrame } from './panel-frame.tsx';
import './preview-pane.css';

interface PreviewPaneProps {
  readonly preview: PreviewView;
  readonly act: ActOnScripts;
}

/** A preview of the agent’s panel in a simulated call. It can be operated like the real one. */
export function PreviewPane({ preview: { panel, stale, options }, act }: PreviewPaneProps) {
  const id = useId();
  const set = (more: Partial<PreviewOptions>) =>
    act({ do: 'preview-options', options: { ...options, ...more } });
  const tick = (name: 'named' | 'late', label: string) => (
    <label class="preview-pane__tick">
      <input
        type="checkbox"
        checked={options[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
      />
      {label}
    </label>
  );
  return (
    <aside class="preview-pane" aria-labelledby={`${id}-title`}>
      <header class="preview-pane__head">
        <h2 id={`${id}-title`}>{i18n.t('lead.preview')}</h2>
        <Button variant="bare" icon="restart" onPress={() => act({ do: 'preview-restart' })}>
          {i18n.t('lead.previewRestart')}
        </Button>
      </header>
      <p class="preview-pane__stale" role="status">
        {stale && panel !== null && i18n.t('lead.previewStale')}
      </p>
      {panel === null ? (
        <p class="preview-pane__none">{i18n.t('lead.previewNone')}</p>
      ) : (
        <PanelFrame
          title={i18n.t('lead.preview')}
          view={panel}
          act={(action) => act({ do: 'in-panel', action })}
        />
      )}
      <div class="preview-pane__suppose">
        <label>
          {i18n.t('lead.previewLanguage')}
          <select
            value={options.language}
            onChange={({ currentTarget }) => {
              const language = PACK_LANGUAGES.find((one) => one === currentTarget.value);
              if (language !== undefined) set({ language });
            }}
          >
            {PACK_LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {i18n.t(LANGUAGE_NAMES[language])}
              </option>
            ))}
          </select>
        </label>
        {tick('named', i18n.t('lead.previewNamed'))}
        {tick('late', i18n.t('lead.previewLate'))}
        <label>
          {i18n.t('lead.previewAt')}
          <input
            type="datetime-local"
            value={options.at}
            onChange={({ currentTarget }) => set({ at: currentTarget.value })}
          />
        </label>
      </div>
    </aside>
  );
}
