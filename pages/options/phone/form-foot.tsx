import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import type { FormState } from '../frame/form-state.ts';
import './form-foot.css';

interface FormFootProps {
  readonly state: FormState;
  readonly word: string;
  readonly disabled?: boolean;
  readonly children?: ComponentChildren;
}

/** The button that saves a form, and whether that worked. */
export function FormFoot({ state, word, disabled, children }: FormFootProps) {
  return (
    <div class="form-foot">
      <button type="submit" class="button button--main" disabled={disabled === true || state === 'saving'}>
        {state === 'saving' ? i18n.t('note.saving') : word}
      </button>
      <span class={`form-foot__state form-foot__state--${state}`} role="status">
        {state === 'saved' && <Icon name="check" />}
        {state === 'failed' && <Icon name="warning" />}
        {state === 'saved' && i18n.t('common.saved')}
        {state === 'failed' && i18n.t('note.storageFailed')}
      </span>
      {children}
    </div>
  );
}
