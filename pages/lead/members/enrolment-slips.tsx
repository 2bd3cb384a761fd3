import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import { CodePicture } from '../frame/code-picture.tsx';
import type { EnrolmentSlip } from '../frame/server-view.ts';
import './enrolment-slips.css';

interface EnrolmentSlipsProps {
  readonly slips: readonly EnrolmentSlip[];
  readonly onHide: () => void;
}

/** Codes of several members for paper: cut apart, each is handed to one person. */
export function EnrolmentSlips({ slips, onHide }: EnrolmentSlipsProps) {
  const accounts = slips.filter(({ newAccount }) => newAccount !== null).length;
  return (
    <section class="slips" aria-label={i18n.t('lead.slips.title')}>
      <div class="slips__actions">
        <p role="status">{i18n.t('lead.slips.made', { count: slips.length })}</p>
        <p>{i18n.t('lead.slips.secret')}</p>
        {accounts > 0 && <p>{i18n.t('lead.slips.newAccounts', { count: accounts })}</p>}
        <div class="lead-row">
          <Button variant="main" onPress={() => print()}>
            {i18n.t('lead.members.printSlip')}
          </Button>
          <Button onPress={onHide}>{i18n.t('lead.members.hideCode')}</Button>
        </div>
      </div>
      <ul class="slips__sheet">
        {slips.map((slip) => (
          <Slip key={slip.code} slip={slip} />
        ))}
      </ul>
    </section>
  );
}

function Slip({ slip: { member, number, code, link, server, expiresAt } }: { readonly slip: EnrolmentSlip }) {
  return (
    <li class="slips__slip">
      <CodePicture text={link ?? `${server}/#${code}`} />
      <div>
        <p class="slips__who">
          <bdi>{member}</bdi> {number}
        </p>
        <p>{i18n.t('lead.slips.how')}</p>
        <p>
          <code>{code}</code>
        </p>
        <p class="slips__server">{i18n.t('lead.members.codeServer', { server })}</p>
        <p>{i18n.t('lead.slips.until', { time: recordTime(expiresAt) })}</p>
        {link === null && <p>{i18n.t('lead.members.codeAlone')}</p>}
      </div>
    </li>
  );
}
