import { fieldsOf } from '../../../contract/note/merge-fields.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import { promiseJudge } from '../../session/promise-judge.ts';
import { CallBacksTabModel } from '../call-backs/call-backs-tab-model.ts';
import { HandoverTabModel } from '../handover/handover-tab-model.ts';
import { orderContact } from '../orders/order-contact.ts';
import { OrdersTabModel } from '../orders/orders-tab-model.ts';
import { RecordsTabModel } from '../records/records-tab-model.ts';
import type { TabModelParts } from './tab-parts.ts';

/** The models behind the bottom bar, each with what it needs of the rest of the panel. */
export function composeTabModels(parts: TabModelParts) {
  const { page, state, journal, notes, contact, dialling, teamLog, team, browser, now } = parts;
  const { orderService, followUps } = parts;
  const { stores } = page;
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
  return {
    records: new RecordsTabModel({
      store: stores.notes,
      comments: stores.comments,
      serverOffset: () => team.origin().offset,
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
}

export type TabModels = ReturnType<typeof composeTabModels>;
