import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { joined, lineReason } from '../../../components/records/line-text.ts';
import type { LineStatus } from '../../../rules/call/call-facts.ts';
import type { Suggestion } from '../../../rules/call/rules-view.ts';
import { reasonText } from './reason-text.ts';
import type { ScriptAction, ShownSuggestion } from './script-view.ts';
import './suggestion-chips.css';

interface SuggestionChipsProps {
  readonly shown: ShownSuggestion | null;
  /** The measurements behind a suggestion that comes from the line. */
  readonly line: LineStatus | null;
  readonly acceptKey: string;
  readonly act: (action: ScriptAction) => void;
}

/** One suggestion; the others wait behind a count. The height is fixed, also when empty. */
export function SuggestionChips({ shown, line, acceptKey, act }: SuggestionChipsProps) {
  if (shown === null) {
    return <section class="suggestion-chips" aria-label={i18n.t('suggestion.region')} />;
  }
  const { suggestion, number, count, next } = shown;
  const { situation, title } = suggestion;
  return (
    <section class="suggestion-chips suggestion-chips--full" aria-label={i18n.t('suggestion.region')}>
      <p class="suggestion-chips__what">
        <strong>{i18n.t('suggestion.maybe', { title })}</strong>
        <span class="suggestion-chips__why">{whyText(suggestion, line)}</span>
      </p>
      {count > 1 && (
        <Button
          variant="bare"
          label={i18n.t('suggestion.another')}
          onPress={() => act({ do: 'turn-to-suggestion', situation: next })}
        >
          {`${number}/${count}`}
        </Button>
      )}
      <Button variant="main" onPress={() => act({ do: 'accept-suggestion', situation })}>
        {i18n.t('suggestion.accept')}
        <span class="suggestion-chips__key" aria-hidden="true" title={acceptKey}>
          Enter
        </span>
      </Button>
      <Button
        variant="bare"
        icon="close"
        label={i18n.t('suggestion.dismiss')}
        onPress={() => act({ do: 'dismiss-suggestion', situation })}
      />
    </section>
  );
}

function whyText({ reason }: Suggestion, line: LineStatus | null): string {
  const levels = lineReason(reason, line);
  return levels === null ? reasonText(reason) : joined(reasonText(reason), levels);
}
