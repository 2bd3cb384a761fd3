import { i18n } from '#i18n';
import './remember-choice.css';

interface RememberChoiceProps {
  readonly remember: boolean;
  readonly onRemember: (remember: boolean) => void;
}

/** Two ways of storing a password, each with its consequences. */
export function RememberChoice({ remember, onRemember }: RememberChoiceProps) {
  return (
    <fieldset class="remember-choice">
      <legend>{i18n.t('phone.keep')}</legend>
      <label>
        <input type="radio" name="remember" checked={!remember} onChange={() => onRemember(false)} />
        <span>
          <strong>{i18n.t('phone.keepSession')}</strong>
          <span>{i18n.t('phone.keepSessionMeans')}</span>
        </span>
      </label>
      <label>
        <input type="radio" name="remember" checked={remember} onChange={() => onRemember(true)} />
        <span>
          <strong>{i18n.t('phone.keepRemembered')}</strong>
          <span>{i18n.t('phone.keepRememberedMeans')}</span>
        </span>
      </label>
    </fieldset>
  );
}
