import { batch, type Signal } from '@preact/signals';
import { askBackground } from '../../../browser/ask-background.ts';
import { HostLink } from '../../../browser/host-link.ts';
import { whenIdle } from '../../../browser/when-idle.ts';
import { loadTodaysJournal } from '../../session/load-todays-journal.ts';
import type { PanelModel } from './panel-model.ts';
import type { PanelPage } from './panel-page.ts';

/** What the phone host tells: into the folds, the lamp, and the tab that it concerns. Opened by the caller. */
export function followHost({ stores }: PanelPage, model: PanelModel, now: Signal<number>): HostLink {
  const { journal, tabs } = model.parts;
  return new HostLink({
    loadSince: (seq) => loadTodaysJournal(stores, seq),
    wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
    onEntries: (entries) => {
      journal.append(entries);
      const begun = entries.flatMap(({ event }) =>
        event.type === 'ringing' || event.type === 'dialling' ? [event.call] : [],
      );
      // Calls of earlier today, read once more, take nobody from their page.
      if (journal.live.some(({ id }) => begun.includes(id))) tabs.open.value = 'call';
      for (const { event } of entries) if (event.type === 'ended') openUnanswered(model, event.call);
      // Also the clock: between two calls it stands still for up to a second.
      batch(() => {
        now.value = Date.now();
        model.grown.value += 1;
      });
      void whenIdle().then(() => model.followNote());
    },
    onForget: () => journal.forget(),
    onPhoneStatus: (phoneStatus) => {
      model.phoneStatus.value = phoneStatus;
    },
  });
}

/** A call-back that nobody answered wants its next time: its place in the list comes up. */
function openUnanswered({ parts: { journal, tabs } }: PanelModel, id: string): void {
  const call = journal.calls.find((candidate) => candidate.id === id);
  if (call?.state !== 'ended' || call.direction !== 'outbound' || call.answeredAt !== null) return;
  if (tabs.models.callBacks.notReached(call)) tabs.open.value = 'call-backs';
}
