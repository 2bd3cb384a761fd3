import { i18n } from '#i18n';
import { issueText } from '../../../components/issue-text.ts';
import type { PhoneStatus } from '../../../contract/messages/phone-status.ts';

/** Whether the next call can reach the agent, and what is missing. */
export function PhoneStatusLine({ phoneStatus }: { readonly phoneStatus: PhoneStatus }) {
  const says =
    phoneStatus.status === 'ready'
      ? i18n.t(phoneStatus.proof === 'calls-arrive' ? 'status.ready' : 'status.readyRegistered')
      : phoneStatus.status === 'working'
        ? i18n.t(`status.${phoneStatus.doing}`)
        : issueText(phoneStatus.issue).says;
  return (
    <p class={`options__status options__status--${phoneStatus.status}`} role="status">
      {says}
    </p>
  );
}
