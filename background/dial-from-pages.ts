import { browser } from 'wxt/browser';
import { keepDialRequest } from '../browser/dial-request-store.ts';
import { isDialOn, putScriptInPlace } from '../browser/dial-switch.ts';
import { parsePageMessage } from '../contract/messages/dial-request.ts';
import { openPanel } from './open-panel.ts';

/** Numbers pressed in web pages: parsed, never trusted, and only shown in the panel, where the agent says yes or no. */
export function dialFromPages(): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const { id, url, tab } = sender;
    if (id !== browser.runtime.id || tab === undefined) return false;
    const number = parsePageMessage(message);
    if (number === null) return false;
    // Chromium counts the press as the agent's own for this turn alone, and Firefox not at all.
    if (!import.meta.env.FIREFOX) void openPanel(tab.windowId);
    requestDial(number, url).then(
      (accepted) => {
        if (import.meta.env.FIREFOX && accepted) void openPanel(tab.windowId);
        respond(accepted);
      },
      () => respond(false),
    );
    return true;
  });
  void putScriptInPlace();
  browser.permissions.onAdded.addListener(() => void putScriptInPlace());
}

async function requestDial(number: string, url: string | undefined): Promise<boolean> {
  if (!(await isDialOn())) return false;
  const from = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  await keepDialRequest({ number, from, at: Date.now() });
  return true;
}
