import { i18n } from '#i18n';
import type { EndedCall } from '../../../calls/call.ts';
import { formatClock } from '../../../components/format-time.ts';
import { numberForm } from '../../../contract/numbers/number-form.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import { dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import { clockLabel } from '../../../rules/work-orders/clock-label.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import type { CallLeaves } from '../../../rules/work-orders/promises-of-call.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { DueView } from '../idle/idle-view-model.ts';
import type { PromiseView } from '../note/wrap-up-view.ts';
import { callerText } from './order-item.tsx';
import type { OrderService } from './order-service.ts';

/** How many clocks the idle panel shows. */
const NEXT_CLOCKS = 5;

interface PromiseParts {
  readonly orderService: OrderService;
  readonly team: Pick<PanelTeam, 'callBacks'>;
  readonly page: Pick<PanelPage, 'language'>;
  /** Id of the call's note. */
  readonly note: string | null;
}

/**
 * The follow-ups that the situations of a call ask for, each with what was done about it.
 * Registering a number is shown elsewhere.
 */
export function promiseViews(
  left: readonly CallLeaves[],
  call: EndedCall,
  { orderService, team, page, note }: PromiseParts,
): readonly PromiseView[] {
  const { language } = page;
  const orders = [...orderService.state.orders.values()].filter(
    (order) => order.note !== null && order.note === note,
  );
  return left.flatMap((one): PromiseView[] => {
    if (one.what === 'warning') return [];
    if (one.what === 'call-back') {
      // Who withholds the number is called back at one that was asked for.
      const form = numberForm(call.remoteParty.number);
      const planned = team.callBacks.value.some(
        ({ plannedAt, number }) =>
          plannedAt >= call.startedAt && (form === null || numberForm(number) === form),
      );
      return [{ id: 'call-back', what: i18n.t('orders.promisedCallBack'), done: planned, by: 'call-back' }];
    }
    const kind = kindOf(one.kind, orderService.rules);
    const order = orders.find(({ category }) => category === kind.category);
    const what =
      order === undefined
        ? i18n.t('orders.promisedOrder', { kind: textIn(kind.name, language) })
        : `${textIn(order.kind.name, language)} ${answerBy(order)}`.trim();
    return [{ id: one.kind, what, done: order !== undefined, by: 'work-order' }];
  });
}

/** This agent's next clocks of orders and call-backs, the earliest first. */
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
    return [{ id: order.id, what: what.trim(), dueAt: clock.dueAt, opens: 'order' }];
  });
  const { list } = dueCallBacks(team.callBacks.value, times.settings, now, times.utcOffsetMinutes);
  const calls = list.map(
    ({ callBack }): DueView => ({
      id: callBack.id,
      what: `${callerText(callBack)} ${i18n.t('tabs.callBacks')}`,
      dueAt: callBack.dueAt,
      opens: 'call-back',
    }),
  );
  return [...orders, ...calls].sort((one, other) => one.dueAt - other.dueAt).slice(0, NEXT_CLOCKS);
}

function answerBy({ clocks }: WorkOrder): string {
  const answer = clocks.find(({ of, end }) => of.kind === 'answer' && end === null);
  return answer === undefined ? '' : i18n.t('orders.answerBy', { time: formatClock(answer.dueAt) });
}
