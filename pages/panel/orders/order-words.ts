import { i18n } from '#i18n';
import type { MajorSign } from '../../../contract/team/work-order-parts.ts';
import type { MajorReason, WorkOrderOutcome } from '../../../rules/work-orders/work-order.ts';
import type { OrderFormView, OrderItemView, OrderPageView } from './orders-view.ts';

export function outcomeText(outcome: WorkOrderOutcome): string {
  switch (outcome) {
    case 'settled':
      return i18n.t('orders.settled');
    case 'not-satisfied':
      return i18n.t('orders.notSatisfied');
    case 'unfounded':
      return i18n.t('orders.unfounded');
    case 'withdrawn':
      return i18n.t('orders.withdrawn');
  }
}

export function statusText(status: OrderItemView['status']): string {
  if (status === 'open') return i18n.t('orders.open');
  return status === 'handed-up' ? i18n.t('orders.handedUp') : outcomeText(status);
}

export function majorText(why: MajorReason): string {
  switch (why) {
    case 'sign':
      return i18n.t('orders.majorSign');
    case 'batch':
      return i18n.t('orders.majorBatch');
    case 'late-answer':
      return i18n.t('orders.majorLate');
    case 'wrong-answer':
      return i18n.t('orders.majorWrong');
    case 'judged':
      return i18n.t('orders.majorJudged');
  }
}

export function signText(sign: MajorSign): string {
  switch (sign) {
    case 'no-power':
      return i18n.t('record.noPower');
    case 'again-after-repair':
      return i18n.t('record.againAfterRepair');
    case 'claim':
      return i18n.t('record.claim');
  }
}

export function problemText(
  problem: NonNullable<OrderPageView['refusal'] | OrderFormView['problem']>,
): string {
  switch (problem) {
    case 'not-open':
    case 'opened-twice':
      return i18n.t('orders.notOpen');
    case 'no-such-way':
      return i18n.t('orders.noSuchWay');
    case 'reason-missing':
      return i18n.t('orders.reasonMissing');
    case 'report-missing':
      return i18n.t('orders.reportMissing');
    case 'only-not-satisfied':
      return i18n.t('orders.onlyNotSatisfied');
    case 'not-kept':
      return i18n.t('orders.notKept');
    case 'matter-missing':
      return i18n.t('orders.matterMissing');
    case 'time-missing':
      return i18n.t('orders.timeMissing');
  }
}
