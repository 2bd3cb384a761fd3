import { browser } from 'wxt/browser';
import { whenIdle } from '../../host/when-idle.ts';
import { saveFile } from '../wiring/save-file.ts';
import type { SyncLink } from '../wiring/sync-link.ts';
import type { TeamLedger } from '../wiring/team-ledger.ts';
import { orderContact } from './order-contact.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelModel } from './panel-model.ts';
import type { PanelNotes } from './panel-notes.ts';
import type { PanelPage } from './panel-page.ts';
import { PanelTabs } from './panel-tabs.ts';
import type { PanelTeam } from './panel-team.ts';
import { CallBacksTabModel } from './tabs/call-backs-tab-model.ts';
import type { HalfWritten } from './tabs/half-written.ts';
import { HandoverTabModel } from './tabs/handover-tab-model.ts';
import { OrderDesk } from './tabs/order-desk.ts';
import { OrdersTabModel } from './tabs/orders-tab-model.ts';
import { RecordsTabModel } from './tabs/records-tab-model.ts';

interface TabParts {
  readonly page: PanelPage;
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly ledger: TeamLedger;
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
  const { page, journal, notes, ledger, team, sync, written, panel } = parts;
  const desk = new OrderDesk({
    team,
    append: (events) => page.stores.team.append(events),
    get pack() {
      return page.pack;
    },
    context: page.context,
    desk: () => ({
      agentNumber: page.settings.agentNumber,
      duty: sync.duty.value ?? page.settings.role,
      recordsForOthers: sync.writesForOthers,
    }),
    now: () => Date.now(),
  });
  return new OrdersTabModel({
    desk,
    locked: ledger.locked,
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
