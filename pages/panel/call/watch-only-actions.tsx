import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { CallTool } from './call-view.ts';
import './watch-only-actions.css';

export interface WatchOnlyActionsProps {
  readonly tool: CallTool;
  /** Known by the audio of its page alone. */
  readonly mediaOnly: boolean;
  /** Null while the call is not answered. */
  readonly onTool: ((tool: CallTool) => void) | null;
}

/** In place of the buttons that would do nothing: the call is operated in the softphone's page. */
export function WatchOnlyActions({ tool, mediaOnly, onTool }: WatchOnlyActionsProps) {
  const isOpen = tool === 'follow-up' || tool === 'plan-call-back';
  return (
    <div class="watch-only-actions">
      <p>{mediaOnly ? i18n.t('call.mediaOnly') : i18n.t('call.watchOnly')}</p>
      {onTool !== null && (
        <Button onPress={() => onTool(isOpen ? 'none' : 'follow-up')}>{i18n.t('followUp.open')}</Button>
      )}
    </div>
  );
}
