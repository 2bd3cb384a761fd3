import type { Signal } from '@preact/signals';
import type { PlainKey } from '../../../contract/words.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { CallBacksAction, CallBacksView } from '../call-backs/call-backs-view.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { HandoverAction, HandoverView } from '../handover/handover-view.ts';
import type { OrdersAction, OrdersView } from '../orders/orders-view.ts';
import type { RecordsAction, RecordsView } from '../records/records-view.ts';
import type { LoadedLater } from './loaded-later.ts';
import type { PanelTeam } from './panel-team.ts';

/** What each tab is called, in the order of the tab bar. */
export const TAB_WORDS = {
  call: 'tabs.call',
  records: 'tabs.records',
  orders: 'tabs.orders',
  'call-backs': 'tabs.callBacks',
  handover: 'tabs.handover',
} as const satisfies Readonly<Record<string, PlainKey>>;

export type TabName = keyof typeof TAB_WORDS;
export function isTab(name: string): name is TabName {
  return Object.hasOwn(TAB_WORDS, name);
}

type SideTab = Exclude<TabName, 'call'>;

/** What each tab beside the call shows, and what can be done in it. */
type SideTabs = {
  readonly records: { readonly view: RecordsView; readonly action: RecordsAction };
  readonly orders: { readonly view: OrdersView; readonly action: OrdersAction };
  readonly 'call-backs': { readonly view: CallBacksView; readonly action: CallBacksAction };
  readonly handover: { readonly view: HandoverView; readonly action: HandoverAction };
};

/** How many things wait in each tab; 0 shows nothing. */
export type TabCounts = Readonly<Record<TabName, number>>;

export const NO_COUNTS: TabCounts = { call: 0, records: 0, orders: 0, 'call-backs': 0, handover: 0 };

type SideTabView = { readonly [K in SideTab]: { readonly tab: K; readonly view: SideTabs[K]['view'] } };
export type TabView =
  | { readonly tab: 'call' }
  /** Its model is not there yet. */
  | { readonly tab: 'loading'; readonly of: SideTab }
  | SideTabView[SideTab];

export type TabAction =
  | { readonly do: 'open-tab'; readonly tab: TabName }
  | {
      readonly [K in SideTab]: { readonly do: `on-${K}`; readonly action: SideTabs[K]['action'] };
    }[SideTab];

/** Where a tab keeps its state. */
interface TabModel<View, Action> {
  view(now: number): View;
  count(now: number): number;
  act(action: Action): unknown;
}

type TabModels = { readonly [K in SideTab]: TabModel<SideTabs[K]['view'], SideTabs[K]['action']> };
type ModelsLater = Pick<LoadedLater<never, TabModels>, 'value' | 'whenLoaded'>;

/** The pages behind the bottom bar. */
export class PanelTabs {
  readonly #models: ModelsLater;
  /** Not stored: a panel opens on the call. */
  readonly #followUps: Pick<PanelFollowUps, 'pending'>;
  /** How many wrap-ups wait behind the call or wrap-up on screen. */
  readonly #unfinished: () => number;
  readonly #open: Signal<TabName>;
  /** Deadlines are read by the clock that they were set by. */
  readonly #team: Pick<PanelTeam, 'serverTime'>;

  constructor(
    models: ModelsLater,
    followUps: Pick<PanelFollowUps, 'pending'>,
    unfinished: () => number,
    open: Signal<TabName>,
    team: Pick<PanelTeam, 'serverTime'>,
  ) {
    this.#models = models;
    this.#followUps = followUps;
    this.#unfinished = unfinished;
    this.#open = open;
    this.#team = team;
  }

  readonly handlers: Handlers<TabAction> = {
    'open-tab': ({ tab }) => {
      this.#open.value = tab;
    },
    'on-records': ({ action }) => this.#models.whenLoaded(({ records }) => records.act(action)),
    'on-orders': ({ action }) => {
      if (action.do === 'start' || action.do === 'start-promised' || action.do === 'show')
        this.#open.value = 'orders';
      return this.#models.whenLoaded(({ orders }) => orders.act(action));
    },
    'on-call-backs': ({ action }) => {
      if (action.do === 'plan-promised') this.#open.value = 'call-backs';
      return this.#models.whenLoaded((models) => models['call-backs'].act(action));
    },
    'on-handover': ({ action }) => this.#models.whenLoaded(({ handover }) => handover.act(action)),
  };

  view(now: number): TabView {
    const tab = this.#open.value;
    if (tab === 'call') return { tab };
    const models = this.#models.value;
    if (models === null) return { tab: 'loading', of: tab };
    switch (tab) {
      case 'records':
        return { tab, view: models[tab].view(now) };
      case 'orders':
        return { tab, view: models[tab].view(this.#team.serverTime(now)) };
      case 'call-backs':
        return { tab, view: models[tab].view(this.#team.serverTime(now)) };
      case 'handover':
        return { tab, view: models[tab].view(now) };
    }
  }

  counts(now: number): TabCounts {
    const call = this.#followUps.pending('mine').length + this.#unfinished();
    const models = this.#models.value;
    if (models === null) return { ...NO_COUNTS, call };
    const { records, orders, handover } = models;
    return {
      call,
      records: records.count(now),
      orders: orders.count(this.#team.serverTime(now)),
      'call-backs': models['call-backs'].count(this.#team.serverTime(now)),
      handover: handover.count(now),
    };
  }
}
