import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { formatClock } from '../../../components/format-time.ts';
import './call-backs.css';
import { CallBackItem } from './call-back-item.tsx';
import type { CallBacksAction, CallBacksView, DoneCallBackView } from './call-backs-view.ts';
import { outcomeWord } from './outcome-word.ts';
import { PlanForm } from './plan-form.tsx';

interface CallBacksTabProps {
  readonly view: CallBacksView;
  readonly act: (action: CallBacksAction) => void;
}

/** The tab of call-backs, the first due on top. */
export function CallBacksTab({ view, act }: CallBacksTabProps) {
  const { items, done, planning, draft, times, now } = view;
  return (
    <div class="call-backs">
      {planning ? (
        <section class="call-backs__new" aria-label={i18n.t('callBacks.plan')}>
          <header>
            <h2>{i18n.t('callBacks.plan')}</h2>
            <Button
              variant="bare"
              icon="close"
              label={i18n.t('common.close')}
              onPress={() => act({ do: 'close' })}
            />
          </header>
          <PlanForm draft={draft} times={times} now={now} onPlan={(plan) => act({ do: 'plan', plan })} />
        </section>
      ) : (
        <Button onPress={() => act({ do: 'new' })}>{i18n.t('callBacks.plan')}</Button>
      )}
      {items.length === 0 && !planning && <p class="tab-page__empty">{i18n.t('callBacks.empty')}</p>}
      <ul class="call-backs__list">
        {items.map((item) => (
          <CallBackItem key={item.id} item={item} unfolded={view.open === item.id} view={view} act={act} />
        ))}
      </ul>
      {done.length > 0 && (
        <section>
          <h2 class="call-backs__head">{i18n.t('callBacks.doneToday')}</h2>
          <ul>
            {done.map((one) => (
              <Done key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Done({ one }: { readonly one: DoneCallBackView }) {
  const name = addressOf(one.surname, one.title) ?? shownNumber({ number: one.number, masked: true });
  return (
    <li class="call-backs__done">
      <time>{formatClock(one.at)}</time>
      <span>{name}</span>
      <span>{one.outcome === null ? i18n.t('callBacks.dropped') : outcomeWord(one.outcome)}</span>
    </li>
  );
}
