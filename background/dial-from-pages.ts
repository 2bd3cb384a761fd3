import { browser } from 'wxt/browser';
import { keepDialRequest } from '../browser/dial-request-store.ts';
import { isDialOn, putScriptInPlace } from '../browser/dial-switch.ts';
import { parsePageMessage } from '../contract/messages/dial-request.ts';
import { openPanel } from './open-panel.ts';

/** Numbers clicked in web pages: parsed, and shown in the panel, where the agent decides. */
export function dialFromPages(): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const { id, url, tab } = sender;
    if (id !== browser.runtime.id || tab === undefined) return false;
    const number = parsePageMessage(message);
    if (number === null) return false;
    // Chromium accepts the click as a user gesture in this task only, Firefox not at all.
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
