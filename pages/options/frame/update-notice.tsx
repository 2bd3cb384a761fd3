import { i18n } from '#i18n';
import type { UpdateState } from '../../../browser/waiting-update.ts';
import { Button } from '../../../components/button.tsx';
import './update-notice.css';

interface UpdateNoticeProps {
  readonly update: UpdateState;
  readonly onUpdate: () => void;
}

/** Says that a new version is available, and what it waits for: an update never ends a call. */
export function UpdateNotice({ update, onUpdate }: UpdateNoticeProps) {
  if (update.state === 'none') return null;
  const { version } = update;
  return (
    <section class="update-notice" aria-label={i18n.t('update.region')}>
      <p>
        {update.state === 'waiting'
          ? i18n.t('update.waiting', { version })
          : i18n.t('update.ready', { version })}
      </p>
      {update.state === 'ready' && <Button onPress={onUpdate}>{i18n.t('update.now')}</Button>}
    </section>
  );
}
