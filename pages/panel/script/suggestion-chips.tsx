import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { joined, lineReason } from '../../../components/records/line-text.ts';
import type { LineStatus } from '../../../rules/call/call-facts.ts';
import type { Suggestion } from '../../../rules/call/rules-view.ts';
import { reasonText } from './reason-text.ts';
import './suggestion-chips.css';

export interface SuggestionChipsProps {
  readonly suggestions: readonly Suggestion[];
  /** What a suggestion from the line rests on. */
  readonly line: LineStatus | null;
  readonly acceptKey: string;
  readonly onAccept: (situation: string) => void;
  readonly onDismiss: (situation: string) => void;
}

/**
 * One place of fixed height, empty or not. The best one is shown, or the one turned to for as long as it stands; the
 * others wait behind a count. A key takes the one that is shown, never another.
 */
export function SuggestionChips({ suggestions, line, acceptKey, onAccept, onDismiss }: SuggestionChipsProps) {
  const [turnedTo, setTurnedTo] = useState('');
  const at = Math.max(
    0,
    suggestions.findIndex(({ situation }) => situation === turnedTo),
  );
  const shown = suggestions[at];
  if (shown === undefined) {
    return <section class="suggestion-chips" aria-label={i18n.t('suggestion.region')} />;
  }
  return (
    <section class="suggestion-chips suggestion-chips--full" aria-label={i18n.t('suggestion.region')}>
      <p class="suggestion-chips__what">
        <strong>{i18n.t('suggestion.maybe', { title: shown.title })}</strong>
        <span class="suggestion-chips__why">{whyText(shown, line)}</span>
      </p>
      {suggestions.length > 1 && (
        <Button
          variant="bare"
          label={i18n.t('suggestion.another')}
          onPress={() => setTurnedTo(suggestions[(at + 1) % suggestions.length]?.situation ?? '')}
        >
          {`${at + 1}/${suggestions.length}`}
        </Button>
      )}
      <Button variant="main" onPress={() => onAccept(shown.situation)}>
        {i18n.t('suggestion.accept')}
        <span class="suggestion-chips__key" aria-hidden="true" title={acceptKey}>
          Enter
        </span>
      </Button>
      <Button
        variant="bare"
        icon="close"
        label={i18n.t('suggestion.dismiss')}
        onPress={() => onDismiss(shown.situation)}
      />
    </section>
  );
}

function whyText({ reason }: Suggestion, line: LineStatus | null): string {
  const levels = lineReason(reason, line);
  return levels === null ? reasonText(reason) : joined(reasonText(reason), levels);
}
