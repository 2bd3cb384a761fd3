import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerRequests } from './answer-requests.ts';
import { tellClocks } from './clock-alarms.ts';
import { takeClockClicks } from './clock-notification.ts';
import { dialFromPages } from './dial-from-pages.ts';
import { keepHostAlive } from './keep-host-alive.ts';
import { openPanelOnClick } from './open-panel.ts';
import { relayCommands } from './relay-commands.ts';
import { takeNotificationClicks } from './ring-notification.ts';
import { updateWhenIdle } from './update-when-idle.ts';

/**
 * Lifecycle, panel opening, commands, alarms, notifications and the badge. Listeners are registered in the first turn,
 * so that an event that woke the worker finds them. In Firefox the same page is the phone host too.
 */
export default defineBackground({
  type: 'module',
  main() {
    answerRequests();
    openPanelOnClick();
    relayCommands();
    dialFromPages();
    takeNotificationClicks();
    takeClockClicks();
    tellClocks();
    updateWhenIdle();
    keepHostAlive();
    // Not in Chromium's bundle: a service worker has no WebRTC.
    if (import.meta.env.FIREFOX)
      void import('./firefox-host.ts').then(({ startFirefoxHost }) => startFirefoxHost());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
  },
});
