import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import { CodePicture } from './code-picture.tsx';
import type { EnrolmentSlip } from './server-view.ts';

interface CodeCardProps {
  readonly code: EnrolmentSlip;
  readonly onHide: () => void;
}

/** A join code as text and as a QR code, also on paper. It works once and expires. */
export function CodeCard({ code: made, onHide }: CodeCardProps) {
  const { member, code, link, server, expiresAt, newAccount } = made;
  return (
    <div class="team-page__code" role="status">
      <CodePicture text={link ?? `${server}/#${code}`} />
      <div>
        <p>{i18n.t('lead.members.codeFor', { name: member })}</p>
        <p>
          <code>{code}</code>
        </p>
        {link === null ? (
          <p>{i18n.t('lead.members.codeAlone')}</p>
        ) : (
          <>
            <p>{i18n.t('lead.members.codeLink')}</p>
            <p class="team-page__link">
              <code>{link}</code>
            </p>
          </>
        )}
        <p>{i18n.t('lead.members.codeServer', { server })}</p>
        <p>{i18n.t('lead.members.codeUntil', { time: formatClock(expiresAt) })}</p>
        {newAccount !== null && (
          <p class="team-page__new-account">{i18n.t('lead.members.newAccount', { user: newAccount })}</p>
        )}
        <div class="lead-row">
          <Button onPress={() => print()}>{i18n.t('lead.members.printSlip')}</Button>
          <Button onPress={onHide}>{i18n.t('lead.members.hideCode')}</Button>
        </div>
      </div>
    </div>
  );
}
