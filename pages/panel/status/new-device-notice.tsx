import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import type { NewDeviceView } from './new-device-view.ts';
import './new-device-notice.css';

interface NewDeviceNoticeProps {
  readonly notice: NewDeviceView;
  readonly onKnown: (device: string) => void;
  readonly onOptions: () => void;
}

/** Somebody enrolled a device in the agent's name, and what to do about it. Not shown in a call. */
export function NewDeviceNotice({ notice, onKnown, onOptions }: NewDeviceNoticeProps) {
  const { id, label, madeAt, codeBy, more } = notice;
  return (
    <section class="new-device-notice" role="status">
      <Icon name="warning" />
      <div class="new-device-notice__words">
        <p>{i18n.t('newDevice.enrolled', { time: recordTime(madeAt), who: codeBy, device: label })}</p>
        <p>{i18n.t('newDevice.notMine')}</p>
        <p class="new-device-notice__actions">
          <Button onPress={() => onKnown(id)}>{i18n.t('newDevice.mine')}</Button>
          <Button variant="bare" onPress={onOptions}>
            {more === 0 ? i18n.t('newDevice.all') : i18n.t('newDevice.allMore', { count: more })}
          </Button>
        </p>
      </div>
    </section>
  );
}
