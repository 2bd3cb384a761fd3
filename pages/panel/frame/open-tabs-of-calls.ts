import type { Signal } from '@preact/signals';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import type { CallBacksTabModel } from '../call-backs/call-backs-tab-model.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { TabName } from './panel-tabs.ts';

/** Brings up the call tab when a call begins, and the call-back when nobody answered it. */
export function openTabsOfCalls(
  entries: readonly JournalEntry[],
  journal: Pick<PanelJournal, 'live' | 'calls'>,
  callBacks: Pick<CallBacksTabModel, 'notReached'>,
  openTab: Signal<TabName>,
): void {
  const began = entries.flatMap(({ event }) =>
    event.type === 'ringing' || event.type === 'dialling' ? [event.call] : [],
  );
  // Earlier calls that are loaded again change nothing.
  if (journal.live.some(({ id }) => began.includes(id))) openTab.value = 'call';
  for (const { event } of entries) {
    const call = event.type === 'ended' ? journal.calls.find(({ id }) => id === event.call) : undefined;
    if (call?.state !== 'ended' || call.direction !== 'outbound' || call.answeredAt !== null) continue;
    if (callBacks.notReached(call)) openTab.value = 'call-backs';
  }
}
