import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { warningStruckOff } from '../../../contract/team/events/warning-struck-off.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import type { Act } from '../frame/panel-action.ts';
import './harassment.css';
import { endingWord, kindWord } from './harassment-words.ts';

interface HarassmentEntryProps {
  readonly entry: Warning;
  readonly now: Instant;
  readonly act: Act;
}

/** One entry. A struck-off entry stays visible, with agent and reason. */
export function HarassmentEntry({ entry, now, act }: HarassmentEntryProps) {
  const { struckOff } = entry;
  const [asking, setAsking] = useState(false);
  return (
    <li class={struckOff === null ? 'harassment-entry' : 'harassment-entry harassment-entry--struck'}>
      <p class="harassment-entry__what">
        <strong>{shownNumber({ number: entry.number, masked: true })}</strong>
        <span>{kindWord(entry.kind)}</span>
        <time>{dayAndTime(entry.calledAt, now)}</time>
      </p>
      <p class="harassment-entry__more">
        {[endingWord(entry.done), tameText(entry.remarks, 500), i18n.t('harassment.by', { agent: entry.by })]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {struckOff !== null && (
        <p class="harassment-entry__more">
          {i18n.t('harassment.struckOff', {
            agent: struckOff.by,
            reason: tameText(struckOff.reason, 500) ?? '',
          })}
        </p>
      )}
      {struckOff === null && !asking && (
        <Button onPress={() => setAsking(true)}>{i18n.t('harassment.strikeOff')}</Button>
      )}
      {struckOff === null && asking && (
        <StrikeOff
          onStrike={(reason) =>
            act({ do: 'on-harassment', action: { do: 'strike-off', id: entry.id, reason } })
          }
        />
      )}
    </li>
  );
}

function StrikeOff({ onStrike }: { readonly onStrike: (reason: string) => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      class="harassment-entry__strike"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onStrike(reason.trim());
      }}
    >
      <label for={id}>{i18n.t('harassment.reason')}</label>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        type="text"
        maxLength={longestText(warningStruckOff.written.entries.reason)}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={reason.trim() === ''}>
        {i18n.t('harassment.strikeOff')}
      </button>
    </form>
  );
}
