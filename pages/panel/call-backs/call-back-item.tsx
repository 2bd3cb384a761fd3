import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { Button } from '../../../components/button.tsx';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { callBackDropped } from '../../../contract/team/events/call-back-dropped.ts';
import { countsAsAttempt } from '../../../rules/call-backs/counts-as-attempt.ts';
import './call-backs.css';
import { DialButton } from '../dial/dial-button.tsx';
import type { CallBackItemView, CallBacksAction, CallBacksView } from './call-backs-view.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { outcomeWord } from './outcome-word.ts';
import { TimeChoice, timeProblem } from './time-choice.tsx';

interface CallBackItemProps {
  readonly item: CallBackItemView;
  readonly unfolded: boolean;
  readonly view: CallBacksView;
  readonly act: (action: CallBacksAction) => void;
}

export function CallBackItem({ item, unfolded, view, act }: CallBackItemProps) {
  const { id, when, matter, attempts } = item;
  const number = shownNumber({ number: item.number, masked: true });
  const name = addressOf(item.surname, item.title);
  return (
    <li class={`call-back-item call-back-item--${when}`}>
      <button
        type="button"
        class="call-back-item__head"
        aria-expanded={unfolded}
        onClick={() => act(unfolded ? { do: 'close' } : { do: 'open', id })}
      >
        <strong>{name ?? number}</strong>
        {name !== null && <span class="call-back-item__number">{number}</span>}
        {item.vip && <span class="call-back-item__mark">{i18n.t('callBacks.vipMark')}</span>}
        {item.agreed && <span class="call-back-item__mark">{i18n.t('callBacks.agreedMark')}</span>}
        <span class="call-back-item__when">{whenText(item, view.now)}</span>
      </button>
      <p class="call-back-item__matter">
        <span>{tameText(matter, 200)}</span>
        {item.list !== null && <span class="call-back-item__list">{tameText(item.list, 40)}</span>}
        {attempts.length > 0 && <span>{i18n.t('callBacks.attempts', { count: attempts.length })}</span>}
        <DialButton
          variant={when === 'due' || when === 'late' ? 'main' : 'plain'}
          icon="answer"
          disabled={isWithheld(item.number) || (item.callableAt > view.now && when !== 'later')}
          onPress={() => act({ do: 'dial', id })}
        >
          {i18n.t('callBacks.dial')}
        </DialButton>
      </p>
      {unfolded && <Unfolded item={item} view={view} act={act} />}
    </li>
  );
}

function Unfolded({ item, view, act }: Omit<CallBackItemProps, 'unfolded'>) {
  const { id, vip, attempts } = item;
  const end = view.unanswered === id ? view.unansweredEnd : null;
  const isAttempt = end !== null && countsAsAttempt(end);
  const [doing, setDoing] = useState<'outcome' | 'move' | 'drop'>('outcome');
  return (
    <div class="call-back-item__more">
      {attempts.map((attempt) => (
        <p key={attempt.at} class="call-back-item__attempt">
          <time>{dayAndTime(attempt.at, view.now)}</time> {outcomeWord(attempt.outcome)}{' '}
          {tameText(attempt.remarks, 200)}
        </p>
      ))}
      {end !== null && <p class="call-back-item__attempt">{outcomeText(end)}</p>}
      {doing === 'outcome' && (
        <OutcomeForm
          view={{ id, suggested: isAttempt ? 'not-reached' : null, vip, times: view.times }}
          now={view.now}
          onGiven={(given) => act({ do: 'outcome', id, given })}
        />
      )}
      {doing === 'move' && <Move item={item} view={view} act={act} />}
      {doing === 'drop' && <Drop onDrop={(reason) => act({ do: 'drop', id, reason })} />}
      <div class="call-back-item__ways">
        {doing !== 'move' && <Button onPress={() => setDoing('move')}>{i18n.t('callBacks.move')}</Button>}
        {doing !== 'drop' && !vip && (
          <Button onPress={() => setDoing('drop')}>{i18n.t('callBacks.drop')}</Button>
        )}
        {doing !== 'outcome' && (
          <Button onPress={() => setDoing('outcome')}>{i18n.t('callBacks.outcome')}</Button>
        )}
      </div>
    </div>
  );
}

function Move({ item, view, act }: Omit<CallBackItemProps, 'unfolded'>) {
  const [at, setAt] = useState<Instant | null>(null);
  const { agreed } = item;
  const stands = at !== null && timeProblem(view.times, view.now, { dueAt: at, agreed }) === null;
  return (
    <>
      <TimeChoice
        legend={i18n.t('callBacks.move')}
        times={view.times}
        now={view.now}
        agreed={agreed}
        chosen={at}
        onChoose={setAt}
      />
      <Button
        disabled={!stands}
        onPress={() => {
          if (at !== null) act({ do: 'move', id: item.id, dueAt: at, agreed });
        }}
      >
        {i18n.t('callBacks.save')}
      </Button>
    </>
  );
}

function Drop({ onDrop }: { readonly onDrop: (reason: string) => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <div class="outcome-form">
      <label for={id}>{i18n.t('callBacks.dropReason')}</label>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        class="outcome-form__remarks"
        type="text"
        maxLength={longestText(callBackDropped.written.entries.reason)}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <Button disabled={reason.trim() === ''} onPress={() => onDrop(reason.trim())}>
        {i18n.t('callBacks.drop')}
      </Button>
    </div>
  );
}

function whenText({ when, dueAt, callableAt, latestAt }: CallBackItemView, now: Instant): string {
  switch (when) {
    case 'later':
      return i18n.t('callBacks.later', { time: dayAndTime(dueAt, now) });
    case 'due':
      return i18n.t('callBacks.due');
    case 'resting':
      return i18n.t('callBacks.resting', { time: dayAndTime(callableAt, now) });
    case 'late':
      return i18n.t('callBacks.late', { time: dayAndTime(latestAt, now) });
  }
}
