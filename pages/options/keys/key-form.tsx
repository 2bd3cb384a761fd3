import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { keyLabel } from '../../../components/key-label.ts';
import { type BrowserKeys, clashOf, FREE_KEYS, type KeyClash } from '../../session/key-choice.ts';
import { DEFAULT_KEY_MAP, KEY_COMMANDS, type KeyCommand, type KeyMap } from '../../session/key-map.ts';
import type { FormState } from '../frame/form-state.ts';
import { FormFoot } from '../phone/form-foot.tsx';
import './key-form.css';

interface KeyFormProps {
  readonly keys: KeyMap;
  readonly browserKeys: BrowserKeys;
  readonly state: FormState;
  readonly onSave: (keys: KeyMap) => void;
}

/**
 * The letter for each command, with Alt+Shift. Offers every free letter; two commands cannot share
 * one.
 */
export function KeyForm({ keys, browserKeys, state, onSave }: KeyFormProps) {
  const [draft, setDraft] = useState(keys);
  const clashes = KEY_COMMANDS.map((command) => clashOf(command, draft, browserKeys));
  const bad = clashes.some((clash) => clash !== null);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!bad) onSave(draft);
      }}
    >
      <div class="key-form">
        {KEY_COMMANDS.map((command, index) => (
          <ChoiceField
            key={command}
            name={`key-${command}`}
            label={i18n.t(`keys.${command}`)}
            value={draft[command]}
            choices={FREE_KEYS.map((code) => ({ id: code, label: keyLabel(code) }))}
            problem={clashText(clashes[index] ?? null)}
            onChoice={(code) => setDraft({ ...draft, [command]: code })}
          />
        ))}
      </div>
      <p class="field__hint">{i18n.t('keyForm.browser')}</p>
      <FormFoot state={state} word={i18n.t('common.save')} disabled={bad}>
        <Button variant="bare" onPress={() => setDraft(DEFAULT_KEY_MAP)}>
          {i18n.t('keyForm.usual')}
        </Button>
      </FormFoot>
    </form>
  );
}

function clashText(clash: KeyClash | null): string | null {
  if (clash === null) return null;
  if (clash.with === 'command') return i18n.t('keyForm.twice', { command: i18n.t(`keys.${clash.command}`) });
  return i18n.t('keyForm.inUse', { command: nameOf(clash.does) });
}

function nameOf(command: KeyCommand | 'open-panel'): string {
  return command === 'open-panel' ? i18n.t('commandOpenPanel') : i18n.t(`keys.${command}`);
}
