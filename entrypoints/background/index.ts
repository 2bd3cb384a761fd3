import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerRequests } from '../../background/answer-requests.ts';
import { watchClocks } from '../../background/clock-alarms.ts';
import { handleClockClicks } from '../../background/clock-notification.ts';
import { dialFromPages } from '../../background/dial-from-pages.ts';
import { keepHostAlive } from '../../background/keep-host-alive.ts';
import { offscreenHost } from '../../background/offscreen-host.ts';
import { openPanelOnClick } from '../../background/open-panel.ts';
import { placeSoftphoneScripts } from '../../background/place-softphone-scripts.ts';
import { relayCommands } from '../../background/relay-commands.ts';
import { handleNotificationClicks } from '../../background/ring-notification.ts';
import { updateWhenIdle } from '../../background/update-when-idle.ts';

/**
 * Lifecycle, panel opening, commands, alarms, notifications and the badge. Listeners are added in
 * the first task, because the event that woke the worker comes right after it. In Firefox the same
 * page is the phone host too.
 */
export default defineBackground({
  type: 'module',
  main() {
    answerRequests();
    openPanelOnClick();
    relayCommands();
    dialFromPages();
    placeSoftphoneScripts();
    handleNotificationClicks();
    handleClockClicks();
    watchClocks();
    updateWhenIdle();
    // The host itself is left out of Chromium's bundle: a service worker has no WebRTC.
    if (import.meta.env.FIREFOX)
      void import('./firefox-host.ts').then(({ firefoxHost }) => keepHostAlive(firefoxHost));
    else keepHostAlive(offscreenHost);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
  },
});
