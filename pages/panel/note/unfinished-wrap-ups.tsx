import { i18n } from '#i18n';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import { tameText } from '../../../components/caller-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { FirstOf } from '../frame/first-of.tsx';
import './unfinished-wrap-ups.css';

/** A wrap-up that another call came in between; it comes back after that call's. */
export interface UnfinishedView {
  readonly call: CallId;
  readonly endedAt: Instant;
  /** Name or masked number; hostile text. */
  readonly caller: string;
}

interface UnfinishedProps {
  readonly items: readonly UnfinishedView[];
  readonly now: Instant;
}

export function UnfinishedWrapUps({ items, now }: UnfinishedProps) {
  if (items.length === 0) return null;
  return (
    <section class="unfinished-wrap-ups" aria-label={i18n.t('wrapUp.unfinished')}>
      <p class="unfinished-wrap-ups__title">{i18n.t('wrapUp.unfinished')}</p>
      <FirstOf
        items={items}
        class="unfinished-wrap-ups__list"
        show={({ call, endedAt, caller }) => (
          <li key={call}>
            <time>{dayAndTime(endedAt, now)}</time> <bdi>{tameText(caller, 60)}</bdi>
          </li>
        )}
      />
    </section>
  );
}
