import { encode } from 'uqr';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import type { MembersView } from './server-view.ts';

interface CodeCardProps {
  readonly code: NonNullable<MembersView['code']>;
  readonly onHide: () => void;
}

/** A join code as text and as a QR code, also on paper. It works once and expires. */
export function CodeCard({ code: made, onHide }: CodeCardProps) {
  const { member, code, link, server, expiresAt, newAccount } = made;
  return (
    <div class="team-page__code" role="status">
      <Picture text={link ?? `${server}/#${code}`} />
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

function Picture({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={i18n.t('lead.members.codePicture')}>
      <rect width={size} height={size} fill="white" />
      <path d={dark.join('')} fill="black" />
    </svg>
  );
}
