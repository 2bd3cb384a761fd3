import { i18n } from '#i18n';
import { formatClock } from '../../../components/format-time.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import { dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import { orderOf } from '../../../rules/follow-ups/is-done.ts';
import { followUpKey, type PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import { clockLabel } from '../../../rules/work-orders/clock-label.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import { followUpText } from '../follow-ups/follow-up-text.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { DueView } from '../idle/idle-view-model.ts';
import type { PromiseView } from '../note/wrap-up-view.ts';
import { callerText } from './order-item.tsx';
import type { OrderService } from './order-service.ts';

/** How many clocks the idle panel shows. */
const NEXT_CLOCKS = 5;

/**
 * What a call in wrap-up leaves to do, each with what was done about it. Registering a number is
 * shown elsewhere, and what was dropped nowhere.
 */
export function promiseViews(
  left: readonly PendingFollowUp[],
  followUps: Pick<PanelFollowUps, 'isDone' | 'isDropped'>,
  orderService: OrderService,
  page: Pick<PanelPage, 'language' | 'pack'>,
): readonly PromiseView[] {
  return left.flatMap((one): PromiseView[] => {
    if (one.what === 'warning' || one.what === 'note-fields' || followUps.isDropped(one)) return [];
    const done = followUps.isDone(one);
    const common = { done, dueAt: one.dueAt, by: one.what, followUp: followUpKey(one) } as const;
    if (one.what !== 'work-order') return [{ ...common, id: one.what, what: followUpText(one, page.pack) }];
    const order = orderOf(one, orderService.state.orders.values());
    const what =
      order === null
        ? followUpText(one, page.pack)
        : `${textIn(order.kind.name, page.language)} ${answerBy(order)}`.trim();
    return [{ ...common, id: one.kind, what }];
  });
}

/** This agent's next clocks of orders and call-backs, the earliest first. `now`: the server's. */
export function dueViews(
  orderService: OrderService,
  team: Pick<PanelTeam, 'callBacks'>,
  page: Pick<PanelPage, 'language' | 'times'>,
  now: number,
): readonly DueView[] {
  const { language, times } = page;
  const orders = orderService.mine(now).flatMap(({ order, clock }): DueView[] => {
    if (clock === null) return [];
    const what = `${callerText(order)} ${textIn(order.kind.name, language)} · ${clockLabel(order, clock, i18n.t)}`;
    return [{ id: order.id, what: what.trim(), dueAt: clock.dueAt, late: clock.dueAt < now, opens: 'order' }];
  });
  const { list } = dueCallBacks(team.callBacks.value, times.settings, now, times.utcOffsetMinutes);
  const calls = list.map(
    ({ callBack }): DueView => ({
      id: callBack.id,
      what: `${callerText(callBack)} ${i18n.t('tabs.callBacks')}`,
      dueAt: callBack.dueAt,
      late: callBack.dueAt < now,
      opens: 'call-back',
    }),
  );
  return [...orders, ...calls].sort((one, other) => one.dueAt - other.dueAt).slice(0, NEXT_CLOCKS);
}

function answerBy({ clocks }: WorkOrder): string {
  const answer = clocks.find(({ of, end }) => of.kind === 'answer' && end === null);
  return answer === undefined ? '' : i18n.t('orders.answerBy', { time: formatClock(answer.dueAt) });
}
