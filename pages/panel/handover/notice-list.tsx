import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { noticePosted } from '../../../contract/team/events/notice-posted.ts';
import '../../../components/handover/handover.css';
import type { HandoverAction, HandoverView } from './handover-view.ts';

interface NoticeListProps {
  readonly notices: HandoverView['notices'];
  readonly now: Instant;
  readonly act: (action: HandoverAction) => void;
}

/** Notices, such as campaigns or outages. Every shift sees them until they are withdrawn. */
export function NoticeList({ notices, now, act }: NoticeListProps) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <section aria-label={i18n.t('handover.notices')}>
      <h2 class="handover__head">{i18n.t('handover.notices')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id} class="handover__notice">
            <p>
              {notice.isNew && <strong class="handover__new">{i18n.t('handover.new')}</strong>}
              {tameText(notice.text, 2000)}
            </p>
            <p class="handover__fine">
              <span>
                {dayAndTime(notice.at, now)} · {i18n.t('status.agent', { number: notice.by })}
              </span>
              <Button onPress={() => act({ do: 'withdraw-notice', id: notice.id })}>
                {i18n.t('handover.withdraw')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <form
        class="handover__post"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          act({ do: 'post-notice', text: text.trim() });
          setText('');
        }}
      >
        <label class="visually-hidden" for={id}>
          {i18n.t('handover.newNotice')}
        </label>
        <input
          {...CUSTOMER_TEXT}
          id={id}
          type="text"
          maxLength={longestText(noticePosted.written.entries.text)}
          placeholder={i18n.t('handover.newNotice')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={text.trim() === ''}>
          {i18n.t('handover.post')}
        </button>
      </form>
    </section>
  );
}
