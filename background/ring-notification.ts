import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { askHost } from '../browser/ask-host.ts';
import type { CallId } from '../calls/call-event.ts';
import { isWithheld } from '../calls/numbers/withheld.ts';
import { shownText } from '../calls/vocabulary/shown-text.ts';
import { openPanelInFront } from './open-panel.ts';

const PREFIX = 'ring:';
const LONGEST_CALLER = 32;

/**
 * A notification while a call rings, with answer and reject where the browser has buttons
 * (Chromium) and the call can be answered here.
 */
export async function showRing(call: CallId, caller: string, watchOnly: boolean): Promise<void> {
  await browser.notifications.create(PREFIX + call, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: i18n.t('notification.ringing'),
    message: callerText(caller),
    ...(import.meta.env.FIREFOX
      ? {}
      : {
          requireInteraction: true,
          ...(watchOnly
            ? {}
            : {
                buttons: [{ title: i18n.t('notification.answer') }, { title: i18n.t('notification.reject') }],
              }),
        }),
  });
}

/** What calls is the caller's own claim, and a notification shows whatever it is given. */
function callerText(caller: string): string {
  const shown = shownText(caller, LONGEST_CALLER);
  return shown === null || isWithheld(shown) ? i18n.t('caller.withheld') : shown;
}

/** Called at the end of every ring: a click on an old notification would do nothing. */
export async function closeRing(call: CallId): Promise<void> {
  await browser.notifications.clear(PREFIX + call);
}

export function handleNotificationClicks(): void {
  if (!import.meta.env.FIREFOX) {
    browser.notifications.onButtonClicked.addListener((id, button) => {
      const call = callOf(id);
      if (call === null) return;
      // The agent needs the script when answering.
      if (button === 0) void openPanelInFront();
      askHost({
        kind: 'command',
        id: `${id}:${button}`,
        command: button === 0 ? { type: 'answer', call } : { type: 'reject', call, sipStatus: 486 },
      });
    });
  }
  browser.notifications.onClicked.addListener((id) => {
    if (callOf(id) !== null) void openPanelInFront();
  });
}

/** Called when no call is up: a host that died during a ring could not close its notification. */
export async function closeAllRings(): Promise<void> {
  const shown = await browser.notifications.getAll();
  await Promise.all(
    Object.keys(shown)
      .filter((id) => callOf(id) !== null)
      .map((id) => browser.notifications.clear(id)),
  );
}

function callOf(notification: string): CallId | null {
  return notification.startsWith(PREFIX) ? notification.slice(PREFIX.length) : null;
}
