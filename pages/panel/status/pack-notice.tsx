import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { formatDay } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { PackNoticeView } from './pack-notice-view.ts';
import './pack-notice.css';

interface PackNoticeProps {
  readonly notice: PackNoticeView;
  readonly now: Instant;
  readonly onRead: (digest: string) => void;
  readonly onDismiss: () => void;
}

/** What changed in the scripts, or why they did not change. Not shown during a call. */
export function PackNotice({ notice, now, onRead, onDismiss }: PackNoticeProps) {
  if (notice.kind === 'none') return null;
  return (
    <section class={`pack-notice pack-notice--${notice.kind}`} role="status">
      {notice.kind !== 'changed' && <Icon name={notice.kind === 'waiting' ? 'clock' : 'warning'} />}
      <div class="pack-notice__words">
        <p>{saysOf(notice, now)}</p>
        {notice.kind === 'changed' && notice.message !== '' && (
          <p class="pack-notice__message">{notice.message}</p>
        )}
        {notice.kind === 'refused' && notice.problem !== null && (
          <p class="pack-notice__message">{notice.problem}</p>
        )}
      </div>
      {notice.kind === 'changed' && (
        <Button onPress={() => onRead(notice.digest)}>{i18n.t('packNotice.read')}</Button>
      )}
      {notice.kind === 'refused' && (
        <Button variant="bare" icon="close" label={i18n.t('common.close')} onPress={onDismiss} />
      )}
    </section>
  );
}

function saysOf(notice: Exclude<PackNoticeView, { readonly kind: 'none' }>, now: Instant): string {
  switch (notice.kind) {
    case 'changed':
      return i18n.t('packNotice.changed', { version: notice.version, by: notice.by });
    case 'refused':
      return `${refusalOf(notice.reason)} ${i18n.t('packNotice.stays', { version: notice.inUse })}`;
    case 'waiting':
      return i18n.t('packNotice.waiting', { version: notice.version, time: formatDay(notice.startsAt, now) });
    case 'expired':
      return i18n.t('packNotice.expired', {
        version: notice.version,
        time: formatDay(notice.expiresAt, now),
      });
  }
}

function refusalOf(reason: (PackNoticeView & { kind: 'refused' })['reason']): string {
  switch (reason) {
    case 'tampered':
      return i18n.t('packNotice.tampered');
    case 'foreign':
      return i18n.t('packNotice.foreign');
    case 'unconfirmed':
      return i18n.t('packNotice.unconfirmed');
    case 'needs-newer-extension':
      return i18n.t('packNotice.needsNewer');
    case 'invalid':
      return i18n.t('packNotice.invalid');
    case 'older':
    case 'known':
      return i18n.t('packNotice.older');
    case 'expired':
      return i18n.t('packNotice.tooLate');
  }
}
