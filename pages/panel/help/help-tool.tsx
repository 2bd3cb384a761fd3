import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { clippedText } from '../../../calls/vocabulary/bounded-text.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { newHelpRequestSchema } from '../../../contract/api/presence/help-request.ts';
import { longestText } from '../../../contract/longest-text.ts';
import type { Act } from '../frame/panel-action.ts';
import { ToolSheet } from '../frame/tool-sheet.tsx';
import './help.css';
import type { HelpReason, HelpView } from './help-view.ts';

interface HelpToolProps {
  readonly view: HelpView;
  readonly act: Act;
}

/** Asks the supervisor for help. Only a reason is needed. */
export function HelpTool({ view, act }: HelpToolProps) {
  const [summary, setSummary] = useState(
    clippedText(view.summary, longestText(newHelpRequestSchema.entries.summary)),
  );
  const close = () => act({ do: 'tool', tool: 'none' });
  const send = (why: HelpReason) => {
    act({ do: 'send-help', why, summary: summary.trim() });
    close();
  };
  return (
    <ToolSheet
      title={i18n.t('help.ask')}
      onClose={close}
      onKey={(key) => {
        const why =
          document.activeElement instanceof HTMLInputElement
            ? undefined
            : REASONS[Number(plainDigits(key)) - 1];
        if (why !== undefined) send(why);
        return why !== undefined;
      }}
    >
      <div class="help-tool" data-first-focus tabIndex={-1}>
        <div class="help-tool__reasons">
          {REASONS.map((why, n) => (
            <Button key={why} onPress={() => send(why)}>
              {`${n + 1} ${wordOf(why)}`}
            </Button>
          ))}
        </div>
        <TextField
          name="summary"
          label={i18n.t('help.summary')}
          maxLength={longestText(newHelpRequestSchema.entries.summary)}
          value={summary}
          onInput={setSummary}
        />
        <Button variant="bare" onPress={() => act({ do: 'tool', tool: 'transfer' })}>
          {i18n.t('help.transfer')}
        </Button>
      </div>
    </ToolSheet>
  );
}

const REASONS: readonly HelpReason[] = ['abuse', 'harassment', 'cannot-answer'];

function wordOf(why: HelpReason): string {
  switch (why) {
    case 'abuse':
      return i18n.t('help.abuse');
    case 'harassment':
      return i18n.t('help.harassment');
    case 'cannot-answer':
      return i18n.t('help.cannotAnswer');
  }
}
