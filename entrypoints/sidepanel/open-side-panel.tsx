import { effect, signal, untracked } from '@preact/signals';
import { askBackground } from '../../browser/ask-background.ts';
import { HostLink } from '../../browser/host-link.ts';
import { PresenceLink } from '../../browser/presence-link.ts';
import { onAskedToShowOrder } from '../../browser/shown-order.ts';
import { SyncLink } from '../../browser/sync-link.ts';
import { SteadyClock } from '../../calls/timing/steady-clock.ts';
import { LineMeterFeed } from '../../pages/panel/call/line-meter-feed.ts';
import { composePanel } from '../../pages/panel/frame/compose-panel.ts';
import { followChoices } from '../../pages/panel/frame/follow-choices.ts';
import { Panel } from '../../pages/panel/frame/panel.tsx';
import { panelBrowser } from '../../pages/panel/frame/panel-browser.ts';
import { isFieldFocused, listenToKeys } from '../../pages/panel/frame/panel-keys.ts';
import { PanelPage } from '../../pages/panel/frame/panel-page.ts';
import { loadPanelRest } from '../../pages/panel/frame/panel-rest.ts';
import { showFromNotification } from '../../pages/panel/frame/show-from-notification.ts';
import { tick } from '../../pages/panel/frame/tick.ts';
import { followVault, readNotesWhenIdle } from '../../pages/panel/idle/follow-vault.ts';
import { HalfWritten } from '../../pages/panel/orders/half-written.ts';
import { keepTypedOrders, loadTypedOrders } from '../../pages/panel/orders/typed-orders-store.ts';
import { loadTodaysJournal } from '../../pages/session/load-todays-journal.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { TeamLog } from '../../pages/session/team-log.ts';

/** The panel: side panel in Chromium, sidebar in Firefox. */
export async function openPage(show: ShowPage): Promise<void> {
  const page = await PanelPage.open();
  const { stores } = page;
  document.documentElement.lang = page.language;

  // A call that is up does not get shorter when the computer's clock is set back.
  const steady = new SteadyClock({ wall: () => Date.now(), elapsed: () => performance.now() });
  const now = () => steady.now();
  const clock = signal(now());
  const teamLog = new TeamLog(stores);
  const written = new HalfWritten(await loadTypedOrders(), (typed) => void keepTypedOrders(typed));
  const { state, journal, contact, tabModels, link, model, act } = composePanel({
    ...{ page, teamLog, written, clock },
    sync: new SyncLink(),
    presence: new PresenceLink(),
    meter: new LineMeterFeed(() => Date.now()),
    browser: panelBrowser,
    isWriting: isFieldFocused,
    connect: (ports) =>
      new HostLink({
        ...ports,
        // The clock may have been set back in this call, before the panel was opened.
        onHostTime: (time) => steady.follow(time),
        loadSince: (seq) => loadTodaysJournal(stores, seq),
        wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
        restartHost: () => askBackground({ to: 'background', kind: 'restart-host' }),
      }),
    now,
    random: Math.random,
  });

  await followChoices(state);
  await followVault({ stores, state, journal, contact, tabModels, written, link });
  journal.subscribe(() => {
    if (journal.live.length === 0 && journal.wrappingUp === null) steady.settle();
  });
  effect(() => {
    // Reading it here ties the note to it.
    contact.ended;
    void contact.follow();
  });
  effect(() => {
    if (state.openTab.value !== 'records') return;
    const records = tabModels.value?.records;
    untracked(() => void records?.list.refresh());
  });

  show(() => <Panel view={model.view(clock.value)} act={act} />);
  tick(clock, now, () => model.view(now()));
  listenToKeys(() => model.view(now()), act);
  await Promise.all([teamLog.load(), link.open()]);
  await onAskedToShowOrder((order) => showFromNotification(order, act));
  await contact.follow();
  await panelBrowser.whenIdle();
  await loadPanelRest();
  await tabModels.value?.records.comments.refresh();
  readNotesWhenIdle(state, tabModels);
}
