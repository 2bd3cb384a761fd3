import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { LONGEST_CUSTOMER_REMARKS } from '../../../calls/vocabulary/listed-customer.ts';
import type { TeamContact } from '../../../calls/vocabulary/team-contact.ts';
import { tameText } from '../../../components/caller-text.ts';
import { dayAndTime, machineTime } from '../../../components/format-time.ts';
import { contactText } from './contact-text.ts';
import './team-contacts.css';

interface TeamContactsProps {
  readonly contacts: readonly TeamContact[];
  /** Of the team's contact list, as a lead wrote them; empty for none. */
  readonly remarks: string;
  readonly now: Instant;
}

/** Below the script: the answer of the server comes later and must not move it. */
export function TeamContacts({ contacts, remarks, now }: TeamContactsProps) {
  return (
    <>
      {remarks !== '' && (
        <section class="team-contacts" aria-label={i18n.t('caller.listed')}>
          <p class="team-contacts__title">{i18n.t('caller.listed')}</p>
          <p class="team-contacts__remarks">{tameText(remarks, LONGEST_CUSTOMER_REMARKS)}</p>
        </section>
      )}
      {contacts.length > 0 && <Contacts contacts={contacts} now={now} />}
    </>
  );
}

function Contacts({ contacts, now }: Pick<TeamContactsProps, 'contacts' | 'now'>) {
  return (
    <section class="team-contacts" aria-label={i18n.t('caller.teamContacts')}>
      <p class="team-contacts__title">{i18n.t('caller.teamContacts')}</p>
      <ul>
        {contacts.map((contact) => (
          <li key={`${contact.at} ${contact.by}`}>
            <time dateTime={machineTime(contact.at)}>{dayAndTime(contact.at, now)}</time>{' '}
            {contactText(contact)}
          </li>
        ))}
      </ul>
    </section>
  );
}
