import type { HandoverAction, HandoverView } from '../../../components/handover/handover-view.ts';
import type { RecordsAction, RecordsView } from '../../../components/records/records-view.ts';
import type { CallBacksAction, CallBacksView } from '../call-backs/call-backs-view.ts';
import type { OrdersAction, OrdersView } from '../orders/orders-view.ts';

export const TABS = ['call', 'records', 'orders', 'call-backs', 'handover'] as const;

export type TabName = (typeof TABS)[number];

/** The page that is open behind the bottom bar. */
export type TabView =
  | { readonly tab: 'call' }
  | { readonly tab: 'records'; readonly view: RecordsView }
  | { readonly tab: 'orders'; readonly view: OrdersView }
  | { readonly tab: 'call-backs'; readonly view: CallBacksView }
  | { readonly tab: 'handover'; readonly view: HandoverView };

/** How many things wait behind each tab; 0 shows nothing. */
export type TabCounts = Readonly<Record<TabName, number>>;

export type TabAction =
  | { readonly do: 'open-tab'; readonly tab: TabName }
  | { readonly do: 'on-records'; readonly action: RecordsAction }
  | { readonly do: 'on-orders'; readonly action: OrdersAction }
  | { readonly do: 'on-call-backs'; readonly action: CallBacksAction }
  | { readonly do: 'on-handover'; readonly action: HandoverAction };
