import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { OrdersView } from '../../../pages/panel/orders/orders-view.ts';
import { NOTHING_TYPED } from '../../../pages/panel/orders/typed-orders.ts';
import { FORM, LIST, PAGE, REVIEW, WANG } from './orders-data.ts';
import { IDLE, WRAP_UP } from './other-stages.ts';
import { callStage, panelView, TALKING } from './parts.ts';

const at = (view: OrdersView, stage: PanelView['stage'] = IDLE): PanelView =>
  panelView(stage, { tab: { tab: 'orders', view } });

/** The tab of work orders. */
export const ORDERS_STATES: Readonly<Record<string, PanelView>> = {
  orders: at(LIST),
  'orders-found': at({ ...LIST, query: 'AF12', found: [WANG] }),
  'orders-none': at({ ...LIST, items: [], past: [], batches: [], locked: 0, counts: { mine: 0, all: 0 } }),
  'order-major': at(PAGE),
  'order-review': at(REVIEW),
  'order-waits': at({
    ...REVIEW,
    acting: { is: 'waits', owner: '热线主管' },
    ways: [],
    returns: null,
    refusal: null,
    typing: NOTHING_TYPED,
  }),
  'order-closed': at({
    ...PAGE,
    order: { ...WANG, clock: null, status: 'not-satisfied' },
    clocks: [],
    copies: [{ id: 'general-manager', label: '总经理', done: true }],
  }),
  'order-form': at(FORM, callStage(TALKING)),
  'order-form-walk-in': at({
    ...FORM,
    callerKnown: false,
    asksRecord: false,
    draft: {
      ...FORM.draft,
      kind: '咨询待答',
      number: '',
      surname: '',
      title: null,
      matter: '',
      promise: 'agreed',
    },
    problem: 'time-missing',
  }),
  'order-form-above': at(
    { ...FORM, follows: WANG, kinds: [{ id: 'quality', label: '上报跟进单' }] },
    WRAP_UP,
  ),
};
