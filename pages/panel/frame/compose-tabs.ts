import type { SyncLink } from '../../../browser/sync-link.ts';
import { fieldsOf } from '../../../contract/note/merge-fields.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import { promiseJudge } from '../../session/promise-judge.ts';
import type { TeamLog } from '../../session/team-log.ts';
import { CallBacksTabModel } from '../call-backs/call-backs-tab-model.ts';
import type { Dialling } from '../dial/dialling.ts';
import { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import { HandoverTabModel } from '../handover/handover-tab-model.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { HalfWritten } from '../orders/half-written.ts';
import { orderContact } from '../orders/order-contact.ts';
import { OrderNumbers } from '../orders/order-numbers.ts';
import { OrderService } from '../orders/order-service.ts';
import { OrdersTabModel } from '../orders/orders-tab-model.ts';
import { RecordsTabModel } from '../records/records-tab-model.ts';
import type { PanelBrowser } from './panel-browser.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelPage } from './panel-page.ts';
import type { PanelState } from './panel-state.ts';
import { PanelTabs } from './panel-tabs.ts';
import type { PanelTeam } from './panel-team.ts';

interface TabParts {
  readonly page: PanelPage;
  readonly state: Pick<PanelState, 'openTab'>;
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly contact: OpenContact;
  readonly dialling: Dialling;
  readonly teamLog: Pick<TeamLog, 'events' | 'locked'>;
  readonly team: PanelTeam;
  readonly sync: Pick<SyncLink, 'workOrderRole' | 'writesForOthers'>;
  readonly written: HalfWritten;
  readonly browser: PanelBrowser;
  /** The agent did what a step of the script on screen asks for. */
  readonly didStep: (action: StepAction) => unknown;
  readonly now: () => number;
}

/** The models behind the bottom bar, each with what it needs of the rest of the panel. */
export function composeTabs(parts: TabParts) {
  const { page, state, journal, notes, contact, dialling, teamLog, team, sync, browser, now } = parts;
  const { stores } = page;
  const orderService = new OrderService({
    team,
    numbers: new OrderNumbers({
      ...{ links: stores.links, counter: stores.orderCounter },
      known: () => team.orders.value.orders.values(),
      utcOffsetMinutes: () => page.context().utcOffsetMinutes,
    }),
    append: (events) => stores.team.append(events),
    actor: () => ({
      agentNumber: page.settings.agentNumber,
      workOrderRole: sync.workOrderRole.value ?? page.settings.role,
      recordsForOthers: sync.writesForOthers,
    }),
    ...{ page, now },
  });
  const followUps = new PanelFollowUps({ team, journal, notes, page });
  const orders = new OrdersTabModel({
    service: orderService,
    page,
    locked: teamLog.locked,
    written: parts.written,
    dial: (target) => dialling.dial(target),
    openPage: (path) => browser.openPage(path),
    contact: () => (contact.call === null ? null : orderContact({ journal, notes, followUps }, contact.call)),
    followUp: (key) => followUps.find(key),
    noteFields: async (note) => {
      const read = await stores.notes.read(note);
      return read.ok ? fieldsOf(read.note) : EMPTY_FIELDS;
    },
    backToCall: (category) => {
      state.openTab.value = 'call';
      const { call } = contact;
      if (call === null || category === null) return;
      notes.fill(call.id, { category, settled: false });
      return parts.didStep('work-order');
    },
    now: () => team.serverTime(now()),
  });
  const models = {
    records: new RecordsTabModel({
      store: stores.notes,
      comments: stores.comments,
      isSetUp: () => stores.vault.state.state !== 'not-set-up',
      title: page.titleOf,
      judge: promiseJudge(
        teamLog,
        () => page.pack,
        () => team.serverTime(now()),
      ),
      ordersNumbered: (query) => orderService.numbered(query, team.serverTime(now())),
      showOrder: (order) => {
        state.openTab.value = 'orders';
        return orders.act({ do: 'show', order });
      },
      keepNotesDays: () => page.settings.keepNotesDays,
      browser,
    }),
    orders,
    'call-backs': new CallBacksTabModel({
      team,
      page,
      followUp: (key) => followUps.find(key),
      dial: (callBack) => dialling.callBack(callBack),
      noteOnScreen: () => contact.note?.id ?? null,
      onPlanned: () => parts.didStep('call-back'),
    }),
    handover: new HandoverTabModel({
      team,
      followUps,
      agentName: () => page.settings.agentName,
      print: (sheet) => browser.openPage(`handover.html#${sheet}`),
      now,
    }),
  };
  const unfinished = () => {
    const { call } = contact;
    return contact.unfinished.filter(({ id }) => id !== call?.id).length;
  };
  return {
    orderService,
    followUps,
    models,
    tabs: new PanelTabs(models, followUps, unfinished, state.openTab, team),
  };
}
