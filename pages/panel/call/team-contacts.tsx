import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import type { TeamContact } from '../../../calls/vocabulary/team-contact.ts';
import { dayAndTime, machineTime } from '../../../components/format-time.ts';
import { contactText } from './contact-text.ts';
import './team-contacts.css';

interface TeamContactsProps {
  readonly contacts: readonly TeamContact[];
  readonly now: Instant;
}

/** Below the script: the answer of the server comes later and must not move it. */
export function TeamContacts({ contacts, now }: TeamContactsProps) {
  if (contacts.length === 0) return null;
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
