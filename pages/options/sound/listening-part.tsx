import { i18n } from '#i18n';
import { CheckField } from '../../../components/check-field.tsx';
import './listening-part.css';
import type { FormState } from '../frame/form-state.ts';

interface ListeningPartProps {
  readonly listens: boolean;
  readonly managed: boolean;
  readonly state: FormState;
  readonly onChange: (listens: boolean) => void;
}

/**
 * What line listening computes, that the sound stays here, and its switch. A change applies at
 * once, also during a call.
 */
export function ListeningPart({ listens, managed, state, onChange }: ListeningPartProps) {
  return (
    <div class="listening-part">
      <CheckField
        name="listenToLine"
        label={i18n.t('listening.switch')}
        hint={i18n.t(listens ? 'listening.on' : 'listening.off')}
        checked={listens}
        managed={managed}
        onCheck={onChange}
      />
      <ul class="listening-part__facts">
        <li>{i18n.t('listening.computed')}</li>
        <li>{i18n.t('listening.staysHere')}</li>
        <li>{i18n.t('listening.kept')}</li>
        <li>{i18n.t('listening.neither')}</li>
      </ul>
      {state === 'failed' && (
        <p class="listening-part__failed" role="alert">
          {i18n.t('note.storageFailed')}
        </p>
      )}
    </div>
  );
}
