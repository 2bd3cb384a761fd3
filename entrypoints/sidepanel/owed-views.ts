import { i18n } from '#i18n';
import type { EndedCall } from '../../calls/call.ts';
import { formatClock } from '../../components/format-time.ts';
import type { DueView } from '../../components/idle-view-model.ts';
import { callerText } from '../../components/orders/order-item.tsx';
import type { OwedView } from '../../components/wrap-up-view.ts';
import { dueCallBacks } from '../../rules/call-backs/due-call-backs.ts';
import { clockLabel } from '../../rules/work-orders/clock-label.ts';
import { kindOf } from '../../rules/work-orders/open-order.ts';
import type { CallLeaves } from '../../rules/work-orders/owed-by-call.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import type { PanelTeam } from './panel-team.ts';
import type { OrderDesk } from './tabs/order-desk.ts';

/** Clocks that the idle panel shows. */
const NEXT_CLOCKS = 5;

interface OwedParts {
  readonly desk: OrderDesk;
  readonly team: PanelTeam;
  /** Id of the call's note. */
  readonly note: string | null;
}

/** What the situations of a call still owe, each with what was done about it. Registering a number has its own place. */
export function owedViews(
  left: readonly CallLeaves[],
  call: EndedCall,
  { desk, team, note }: OwedParts,
): readonly OwedView[] {
  const { language } = desk.parts.context();
  const orders = [...desk.book.orders.values()].filter((order) => order.note !== null && order.note === note);
  return left.flatMap((one): OwedView[] => {
    if (one.what === 'warning') return [];
    if (one.what === 'call-back') {
      const { number } = call.remoteParty;
      const planned = team.callBacks.value.some(
        (callBack) => callBack.plannedAt >= call.startedAt && callBack.number === number,
      );
      return [{ id: 'call-back', what: i18n.t('orders.owedCallBack'), done: planned, by: 'call-back' }];
    }
    const kind = kindOf(one.kind, desk.rules);
    const order = orders.find(({ family }) => family === kind.family);
    const what =
      order === undefined
        ? i18n.t('orders.owedOrder', { kind: kind.name[language] })
        : `${order.kind.name[language]} ${answerBy(order)}`.trim();
    return [{ id: one.kind, what, done: order !== undefined, by: 'work-order' }];
  });
}

/** The next clocks of this desk, orders and call-backs together, the first to end in front. */
export function dueViews(desk: OrderDesk, team: PanelTeam, now: number): readonly DueView[] {
  const { context, pack } = desk.parts;
  const { language, utcOffsetMinutes } = context();
  const orders = desk.mine(now).flatMap(({ order, clock }): DueView[] => {
    if (clock === null) return [];
    const what = `${callerText(order)} ${order.kind.name[language]} · ${clockLabel(order, clock, language)}`;
    return [{ id: order.id, what: what.trim(), dueAt: clock.dueAt, opens: 'order' }];
  });
  const { list } = dueCallBacks(team.callBacks.value, pack.settings, now, utcOffsetMinutes);
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
