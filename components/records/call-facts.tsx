import { i18n } from '#i18n';
import type { CallEnd } from '../../calls/call-end.ts';
import type { LineTrouble } from '../../calls/line-troubles.ts';
import type { RemoteParty } from '../../calls/remote-party.ts';
import { partyText } from '../caller-name.ts';
import { tameText } from '../caller-text.ts';
import { formatDuration } from '../format-time.ts';
import { LineReport } from './line-report.tsx';
import { outcomeText } from './outcome-text.ts';

/** What is shown of the call behind a note. */
export interface RecordCallView {
  readonly direction: 'inbound' | 'outbound';
  readonly displayName: string | null;
  /** For whom a diverted call rang first; hostile text. */
  readonly originalTarget: RemoteParty | null;
  readonly rings: number | null;
  /** Null if it was never answered. */
  readonly talkMs: number | null;
  readonly end: CallEnd | null;
  /** Titles in order of first use. */
  readonly situations: readonly string[];
  readonly line: readonly LineTrouble[];
}

/** Where a note comes from; `walk-in`: without a call. */
export type ContactOrigin = 'inbound' | 'outbound' | 'walk-in';

/** The call behind a note. */
export function CallFacts({ call }: { readonly call: RecordCallView }) {
  const claimed = tameText(call.displayName);
  const parts = [
    originText(call.direction),
    ...(call.rings === null ? [] : [i18n.t('records.rings', { count: call.rings })]),
    ...(call.talkMs === null ? [] : [formatDuration(call.talkMs)]),
    ...(call.end === null ? [] : [outcomeText(call.end)]),
    ...(call.originalTarget === null
      ? []
      : [i18n.t('caller.firstRang', { who: partyText(call.originalTarget) })]),
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

export function originText(from: ContactOrigin): string {
  if (from === 'walk-in') return i18n.t('records.walkIn');
  return i18n.t(from === 'inbound' ? 'caller.inbound' : 'caller.outbound');
}
