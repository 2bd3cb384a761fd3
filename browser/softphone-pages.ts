import { browser } from 'wxt/browser';
import type { SoftphonePage, WatchPages } from '../calls/sources/tap/softphone-page.ts';
import { parsePageMessage, TAP_PORT } from '../contract/messages/page-message.ts';

/**
 * The pages of softphones, by the ports that their scripts open. The browser says which page is at
 * the other end; nothing in a message does.
 */
export const softphonePages: WatchPages = (onPage, adapter) => {
  const onConnect = (port: Port) => {
    const origin = originOf(port.sender);
    if (port.name !== TAP_PORT || origin === null) return;
    onPage(softphonePage(port, origin));
    port.postMessage({ kind: 'adapter', adapter });
  };
  browser.runtime.onConnect.addListener(onConnect);
  return () => browser.runtime.onConnect.removeListener(onConnect);
};

type Port = ReturnType<typeof browser.runtime.connect>;

function softphonePage(port: Port, origin: string): SoftphonePage {
  return {
    origin,
    onMessage: (listener) => port.onMessage.addListener((data: unknown) => listener(parsePageMessage(data))),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    close: () => port.disconnect(),
  };
}

/** Of a script in a web page; null for anything else that has the extension's API. */
function originOf(sender: Port['sender']): string | null {
  if (sender?.id !== browser.runtime.id || sender.tab === undefined) return null;
  const given: unknown = Reflect.get(sender, 'origin');
  if (typeof given === 'string' && given !== 'null') return given;
  return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : null;
}
