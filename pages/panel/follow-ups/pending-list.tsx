import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { followUpDropped } from '../../../contract/team/events/follow-up-dropped.ts';
import { FirstOf } from '../frame/first-of.tsx';
import type { Act } from '../frame/panel-action.ts';
import { RegisterKinds } from '../harassment/register-kinds.tsx';
import type { PendingView } from './pending-view.ts';
import './pending-list.css';

interface PendingListProps {
  readonly items: readonly PendingView[];
  readonly now: Instant;
  readonly act: Act;
}

/** What the calls left to do, until it is done or dropped with a reason. */
export function PendingList({ items, now, act }: PendingListProps) {
  return (
    <FirstOf
      items={items}
      class="pending-list"
      show={(item) => <PendingItem key={item.key} item={item} now={now} act={act} />}
    />
  );
}

interface PendingItemProps {
  readonly item: PendingView;
  readonly now: Instant;
  readonly act: Act;
}

function PendingItem({ item, now, act }: PendingItemProps) {
  const [open, setOpen] = useState<'nothing' | 'register' | 'drop'>('nothing');
  const { text, caller, dueAt, saidAt, register, key } = item;
  const late = dueAt !== null && dueAt <= now;
  const begin = () => (register === null ? beginIt(item, act) : setOpen('register'));
  return (
    <li class={`pending-list__item${late ? ' pending-list__item--late' : ''}`}>
      <p class="pending-list__what">
        <strong>{text}</strong>
        <span>{tameText(caller, 60)}</span>
        <time>{timeText(dueAt, saidAt, now)}</time>
      </p>
      <div class="pending-list__ways">
        <Button variant={late ? 'main' : 'plain'} onPress={begin}>
          {i18n.t('orders.begin')}
        </Button>
        <Button expanded={open === 'drop'} onPress={() => setOpen(open === 'drop' ? 'nothing' : 'drop')}>
          {i18n.t('followUp.drop')}
        </Button>
      </div>
      {open === 'register' && register !== null && <RegisterKinds view={register} act={act} />}
      {open === 'drop' && <Drop onDrop={(reason) => act({ do: 'drop-follow-up', key, reason })} />}
    </li>
  );
}

function beginIt({ what, key, note }: PendingView, act: Act): void {
  if (what === 'work-order' || what === 'order-remark')
    act({ do: 'on-orders', action: { do: 'start-promised', followUp: key } });
  if (what === 'call-back') act({ do: 'on-call-backs', action: { do: 'plan-promised', followUp: key } });
  if (what === 'note-fields' && note !== null) act({ do: 'open-note', id: note });
}

function Drop({ onDrop }: { readonly onDrop: (reason: string) => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      class="pending-list__drop"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onDrop(reason);
      }}
    >
      <label for={id}>{i18n.t('followUp.dropReason')}</label>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        type="text"
        name="drop-reason"
        maxLength={longestText(followUpDropped.written.entries.reason)}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={reason.trim() === ''}>
        {i18n.t('followUp.drop')}
      </button>
    </form>
  );
}

function timeText(dueAt: Instant | null, saidAt: Instant, now: Instant): string {
  if (dueAt === null) return i18n.t('followUp.since', { time: dayAndTime(saidAt, now) });
  const time = dayAndTime(dueAt, now);
  return dueAt <= now ? i18n.t('idle.overdue', { time }) : i18n.t('idle.before', { time });
}
