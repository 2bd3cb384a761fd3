import { i18n } from '#i18n';
import { tameText } from '../caller-text.ts';
import { formatDuration } from '../format-time.ts';
import { LineReport } from './line-report.tsx';
import { fromText } from './records-list.tsx';
import type { RecordCallView } from './records-view.ts';
import { outcomeText } from './today-list.tsx';

/** What the phone said of the call that a note is about. */
export function CallFacts({ call }: { readonly call: RecordCallView }) {
  const claimed = tameText(call.displayName);
  const parts = [
    fromText(call.direction),
    ...(call.rings === null ? [] : [i18n.t('records.rings', { count: call.rings })]),
    ...(call.talkMs === null ? [] : [formatDuration(call.talkMs)]),
    ...(call.end === null ? [] : [outcomeText(call.end)]),
  ];
  return (
    <>
      {claimed !== null && (
        <p>
          <bdi>{claimed}</bdi>
        </p>
      )}
      <p>{parts.join(' · ')}</p>
      {call.situations.length > 0 && <p>{call.situations.join('、')}</p>}
      <LineReport troubles={call.line} />
    </>
  );
}
