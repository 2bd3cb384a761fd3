import { browser } from 'wxt/browser';
import { saveFile } from '../../../browser/save-file.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import { whenIdle } from '../../../browser/when-idle.ts';
import type { TeamLog } from '../../session/team-log.ts';
import { CallBacksTabModel } from '../call-backs/call-backs-tab-model.ts';
import { HandoverTabModel } from '../handover/handover-tab-model.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { HalfWritten } from '../orders/half-written.ts';
import { orderContact } from '../orders/order-contact.ts';
import { OrderService } from '../orders/order-service.ts';
import { OrdersTabModel } from '../orders/orders-tab-model.ts';
import { RecordsTabModel } from '../records/records-tab-model.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelModel } from './panel-model.ts';
import type { PanelPage } from './panel-page.ts';
import { PanelTabs } from './panel-tabs.ts';
import type { PanelTeam } from './panel-team.ts';

interface TabParts {
  readonly page: PanelPage;
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly teamLog: TeamLog;
  readonly team: PanelTeam;
  readonly sync: SyncLink;
  readonly written: HalfWritten;
  /** The panel that the tabs are part of: made after them, and asked only when something is pressed or shown. */
  readonly panel: () => { readonly model: PanelModel; readonly actions: PanelActions };
}

/** The pages behind the bottom bar, each with what it asks of the rest of the panel. */
export function wireTabs(parts: TabParts): PanelTabs {
  const tabs: PanelTabs = new PanelTabs({
    records: recordsTab(parts),
    orders: ordersTab(parts, () => {
      tabs.open.value = 'call';
    }),
    callBacks: callBacksTab(parts),
    handover: new HandoverTabModel({
      team: parts.team,
      agentName: () => parts.page.settings.agentName,
      now: () => Date.now(),
      print: (sheet) => void browser.tabs.create({ url: browser.runtime.getURL(`/handover.html#${sheet}`) }),
    }),
  });
  return tabs;
}

function recordsTab({ page }: TabParts): RecordsTabModel {
  const { stores } = page;
  return new RecordsTabModel({
    store: stores.notes,
    comments: stores.comments,
    isSetUp: () => stores.vault.state.state !== 'not-set-up',
    title: page.titleOf,
    keepNotesDays: () => page.settings.keepNotesDays,
    pause: whenIdle,
    save: saveFile,
    copy: (text) => void navigator.clipboard.writeText(text),
  });
}

function ordersTab(parts: TabParts, backToCall: () => void): OrdersTabModel {
  const { page, journal, notes, teamLog, team, sync, written, panel } = parts;
  const orderService = new OrderService({
    team,
    append: (events) => page.stores.team.append(events),
    get pack() {
      return page.pack;
    },
    context: page.context,
    actor: () => ({
      agentNumber: page.settings.agentNumber,
      workOrderRole: sync.workOrderRole.value ?? page.settings.role,
      recordsForOthers: sync.writesForOthers,
    }),
    now: () => Date.now(),
  });
  return new OrdersTabModel({
    service: orderService,
    locked: teamLog.locked,
    written,
    dial: (target) => panel().actions.act({ do: 'dial', target }),
    contact: () => {
      const call = panel().model.callWithNote;
      return call === null ? null : orderContact({ journal, notes, pack: page.pack }, call);
    },
    backToCall,
  });
}

function callBacksTab({ team, notes, panel }: TabParts): CallBacksTabModel {
  return new CallBacksTabModel({
    team,
    times: () => panel().model.times,
    now: () => Date.now(),
    dial: (callBack) => void panel().actions.dialling.callBack(callBack),
    noteOnScreen: () => {
      const call = panel().model.callWithNote;
      return call === null ? null : (notes.noteOf(call.id)?.id ?? null);
    },
  });
}
