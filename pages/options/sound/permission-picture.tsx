import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import './permission-picture.css';

/** A picture of the browser's prompt, so that the agent recognises the right button. */
export function PermissionPicture() {
  return (
    <figure class="permission-picture" aria-label={i18n.t('microphone.picture')}>
      <div class="permission-picture__bar" aria-hidden="true" />
      <div class="permission-picture__question" aria-hidden="true">
        <p>
          <Icon name="microphone" />
          {i18n.t('microphone.pictureQuestion')}
        </p>
        <span class="permission-picture__allow">{i18n.t('microphone.pictureAllow')}</span>
        <span class="permission-picture__block">{i18n.t('microphone.pictureBlock')}</span>
      </div>
    </figure>
  );
}
