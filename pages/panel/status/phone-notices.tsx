import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { PhoneNotice } from '../../../contract/messages/phone-status.ts';
import { noticeText } from './notice-text.ts';
import './phone-notices.css';

interface PhoneNoticesProps {
  readonly notices: readonly PhoneNotice[];
  readonly onRetry: () => void;
}

/** What works less well than it should. The host tries again by itself; the button, at once. */
export function PhoneNotices({ notices, onRetry }: PhoneNoticesProps) {
  if (notices.length === 0) return null;
  return (
    <section class="phone-notices" role="status">
      <Icon name="warning" />
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{noticeText(notice)}</li>
        ))}
      </ul>
      <Button onPress={onRetry}>{i18n.t('issue.tryAgain')}</Button>
    </section>
  );
}
