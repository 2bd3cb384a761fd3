import { i18n } from '#i18n';
import { formatDuration } from '../../../components/format-time.ts';
import { type Reason, triggerReason } from '../../../rules/triggers/trigger-rules.ts';

/** Why a script is offered, in a short sentence. */
export function reasonText(reason: Reason): string {
  return triggerReason(reason, { words: i18n.t, duration: formatDuration });
}
