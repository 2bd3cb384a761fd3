import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { warningRegistered } from '../../../contract/team/events/warning-registered.ts';
import type { Act } from '../frame/panel-action.ts';
import './harassment.css';
import { HARASSMENT_KINDS, type RegisterView } from './harassment-view.ts';
import { endingWord, kindWord } from './harassment-words.ts';

/** Registers the call with one press on its kind. Remarks are optional. */
export function RegisterKinds({ view, act }: { readonly view: RegisterView; readonly act: Act }) {
  const id = useId();
  const [remarks, setRemarks] = useState('');
  if (view.registered !== null) {
    return (
      <p class="register-kinds__done">
        {i18n.t('harassment.registered', { kind: kindWord(view.registered) })}
      </p>
    );
  }
  return (
    <fieldset class="register-kinds">
      <legend>{i18n.t('harassment.register')}</legend>
      {view.ending !== 'other' && <p class="register-kinds__ending">{endingWord(view.ending)}</p>}
      <div class="register-kinds__kinds">
        {HARASSMENT_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button"
            data-first-focus={kind === HARASSMENT_KINDS[0] ? '' : undefined}
            onClick={() =>
              act({ do: 'on-harassment', action: { do: 'register', call: view.call, kind, remarks } })
            }
          >
            {kindWord(kind)}
          </button>
        ))}
      </div>
      <label class="visually-hidden" for={id}>
        {i18n.t('harassment.remarks')}
      </label>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        class="register-kinds__remarks"
        type="text"
        maxLength={longestText(warningRegistered.written.entries.remarks)}
        placeholder={i18n.t('harassment.remarks')}
        value={remarks}
        onInput={(event) => setRemarks(event.currentTarget.value)}
      />
    </fieldset>
  );
}
