import { browser } from 'wxt/browser';
import { loadSettings } from '../browser/settings-store.ts';
import {
  type BackgroundAnswer,
  type BackgroundReply,
  type BackgroundRequest,
  isBackgroundRequest,
} from '../contract/messages/background-request.ts';
import { openCallerPage } from './caller-page.ts';
import { scheduleClocks } from './clock-alarms.ts';
import { ensureHost, hostFailed, hostStarted, restartHost } from './keep-host-alive.ts';
import { closeAllRings, closeRing, showRing } from './ring-notification.ts';
import { showStatus } from './status-badge.ts';

/** Answers the phone host and the pages. Messages from anywhere else are ignored. */
export function answerRequests(): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (!isOwnPage(sender) || !isBackgroundRequest(message)) return false;
    const answer = (given: BackgroundAnswer) => respond(given);
    answerRequest(message).then(
      (reply) => answer({ ok: true, reply }),
      (error: unknown) => {
        console.error(`background: ${message.kind} failed`, error);
        answer({ ok: false, error: String(error) });
      },
    );
    return true;
  });
}

/** The click-to-dial script has the extension's id too, but runs in web pages: it gets no keys. */
function isOwnPage({ id, url }: { readonly id?: string; readonly url?: string }): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** For the Firefox host too, which runs in this page: a page does not receive its own messages. */
export async function answerRequest(
  request: BackgroundRequest,
): Promise<BackgroundReply[keyof BackgroundReply]> {
  switch (request.kind) {
    case 'load-settings':
      return loadSettings();
    case 'session-get': {
      const found = await browser.storage.session.get(request.key);
      const value: unknown = found[request.key];
      return typeof value === 'string' ? value : null;
    }
    case 'session-set':
      await browser.storage.session.set({ [request.key]: request.value });
      return null;
    case 'session-remove':
      await browser.storage.session.remove(request.key);
      return null;
    case 'ring-started':
      await showRing(request.call, request.caller, request.watchOnly);
      return null;
    case 'ring-ended':
      await closeRing(request.call);
      return null;
    case 'screen-pop':
      await openCallerPage(request.url, request.inFront);
      return null;
    case 'status':
      if (request.liveCalls === 0) await closeAllRings();
      await showStatus(request.badge, request.liveCalls);
      return null;
    case 'schedule-clocks':
      await scheduleClocks(request.clocks, request.complete, request.offset);
      return null;
    case 'ensure-host':
      await ensureHost();
      return null;
    case 'restart-host':
      await restartHost();
      return null;
    case 'host-started':
      hostStarted();
      return null;
    case 'host-failed':
      // Not waited for: the answer would go to the document that is closed.
      void hostFailed(request.reason);
      return null;
  }
}
