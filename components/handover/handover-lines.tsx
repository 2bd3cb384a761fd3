import { i18n } from '#i18n';
import type { Instant } from '../../calls/call-event.ts';
import type { HandoverLine } from '../../contract/team/handover-line.ts';
import { tameText } from '../caller-text.ts';
import { dayAndTime } from '../format-time.ts';
import './handover.css';

interface HandoverLinesProps {
  readonly lines: readonly HandoverLine[];
  readonly fresh: (line: HandoverLine) => boolean;
  readonly now: Instant;
}

const KINDS = ['follow-up', 'order', 'call-back', 'notice'] as const;
const HEADS = {
  'follow-up': () => i18n.t('handover.followUps'),
  order: () => i18n.t('handover.orders'),
  'call-back': () => i18n.t('handover.callBacks'),
  notice: () => i18n.t('handover.notices'),
};

/** Open items by kind, each with its time. */
export function HandoverLines({ lines, fresh, now }: HandoverLinesProps) {
  if (lines.length === 0) return <p class="handover__fine">{i18n.t('handover.nothingOpen')}</p>;
  return (
    <>
      {KINDS.map((kind) => {
        const own = lines.filter((line) => line.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind}>
            <h2 class="handover__head">
              {HEADS[kind]()} ({own.length})
            </h2>
            <ul>
              {own.map((line) => (
                <li key={line.of} class="handover__line">
                  <span>
                    {fresh(line) && <strong class="handover__new">{i18n.t('handover.new')}</strong>}
                    {tameText(line.text, 1000)}
                  </span>
                  {line.dueAt !== null && <time>{dayAndTime(line.dueAt, now)}</time>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
