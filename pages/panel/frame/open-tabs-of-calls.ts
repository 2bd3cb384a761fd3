import type { Call } from '../../../calls/call.ts';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import type { TabModels } from './compose-tab-models.ts';
import type { LoadedLater } from './loaded-later.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelState } from './panel-state.ts';

interface TabsOfCalls {
  readonly journal: Pick<PanelJournal, 'live' | 'calls'>;
  readonly beginWrapUp: () => void;
  readonly models: Pick<LoadedLater<never, Pick<TabModels, 'call-backs'>>, 'value' | 'whenLoaded'>;
  readonly state: Pick<PanelState, 'openTab' | 'ringsBeside'>;
  /** A text field of the panel has the focus. */
  readonly isWriting: () => boolean;
}

/**
 * Brings up the call tab when a call begins, and the call-back when nobody answered it. A call that
 * rings while the agent writes disturbs neither text nor focus: it comes up when it is answered.
 */
export function openTabsOfCalls(entries: readonly JournalEntry[], parts: TabsOfCalls): void {
  const { journal, beginWrapUp, models, state, isWriting } = parts;
  for (const { event } of entries) {
    if (!('call' in event)) continue;
    const call = journal.calls.find(({ id }) => id === event.call);
    if (call === undefined) continue;
    // Earlier calls that are loaded again change nothing.
    if (call.state !== 'ended') {
      if (event.type === 'ringing' && isWriting()) {
        if (journal.live.length > 1) continue;
        state.ringsBeside.value = call.id;
        beginWrapUp();
      } else if (event.type === 'ringing' || event.type === 'dialling') state.openTab.value = 'call';
      if (event.type === 'answering' || event.type === 'answered') {
        if (state.ringsBeside.value === call.id) state.openTab.value = 'call';
        state.ringsBeside.value = null;
      }
    } else if (event.type === 'ended') {
      if (state.ringsBeside.value === call.id) state.ringsBeside.value = null;
      const isUnanswered = call.direction === 'outbound' && call.answeredAt === null;
      // Of a call that ended before the panel opened nothing is loaded.
      if (isUnanswered && (models.value !== null || !beganIn(entries, call)))
        models.whenLoaded(({ 'call-backs': callBacks }) => {
          if (callBacks.notReached(call)) state.openTab.value = 'call-backs';
        });
    }
  }
}

function beganIn(entries: readonly JournalEntry[], { id }: Call): boolean {
  return entries.some(({ event }) => event.type === 'dialling' && event.call === id);
}
