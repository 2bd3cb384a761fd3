import { type Signal, signal } from '@preact/signals';
import type { CallBacksTabModel } from '../call-backs/call-backs-tab-model.ts';
import type { HandoverTabModel } from '../handover/handover-tab-model.ts';
import type { OrdersTabModel } from '../orders/orders-tab-model.ts';
import type { RecordsTabModel } from '../records/records-tab-model.ts';
import type { PanelAction } from './panel-action.ts';
import type { TabCounts, TabName, TabView } from './tab-view.ts';

interface TabModels {
  readonly records: RecordsTabModel;
  readonly orders: OrdersTabModel;
  readonly callBacks: CallBacksTabModel;
  readonly handover: HandoverTabModel;
}

/** The pages behind the bottom bar. Which one is open is this view's own, and lost with it: a panel opens on the call. */
export class PanelTabs {
  readonly open: Signal<TabName> = signal('call');
  readonly models: TabModels;

  constructor(models: TabModels) {
    this.models = models;
  }

  view(now: number): TabView {
    const { records, orders, callBacks, handover } = this.models;
    const tab = this.open.value;
    switch (tab) {
      case 'call':
        return { tab };
      case 'records':
        return { tab, view: records.view(now) };
      case 'orders':
        return { tab, view: orders.view(now) };
      case 'call-backs':
        return { tab, view: callBacks.view(now) };
      case 'handover':
        return { tab, view: handover.view(now) };
    }
  }

  counts(now: number): TabCounts {
    const { records, orders, callBacks, handover } = this.models;
    return {
      call: 0,
      records: records.count(now),
      orders: orders.count(now),
      'call-backs': callBacks.count(now),
      handover: handover.count(now),
    };
  }

  /** True if the action was about a tab, and nothing more. */
  handle(action: PanelAction): boolean {
    const { records, orders, callBacks, handover } = this.models;
    switch (action.do) {
      case 'open-tab':
        this.open.value = action.tab;
        return true;
      case 'on-records':
        void records.act(action.action);
        return true;
      case 'on-orders':
        if (action.action.do === 'start' || action.action.do === 'show') this.open.value = 'orders';
        void orders.act(action.action);
        return true;
      case 'on-call-backs':
        void callBacks.act(action.action);
        return true;
      case 'on-handover':
        void handover.act(action.action);
        return true;
      default:
        return false;
    }
  }
}
