import { firefoxPagesInFront } from '../browser/firefox-sidebar.ts';
import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../contract/messages/host-message.ts';

/**
 * Firefox never lets a background page record, whatever the agent allowed (docs/decisions/firefox-microphone.md): the
 * microphone is opened in the sidebar, or a tab in front, and lent to the phone host. Waits until such a page is there.
 */
export async function borrowMicrophone(constraints: MediaStreamConstraints): Promise<MediaStream> {
  const lender = pageInFront() ?? (await nextPageInFront());
  const borrowed = await lender.navigator.mediaDevices.getUserMedia(constraints);
  // The tracks die with their page and tell nobody, but a stream of this page's own around them can.
  const stream = new MediaStream(borrowed.getTracks());
  lender.addEventListener('pagehide', () => {
    leaving.add(lender);
    stream.dispatchEvent(new Event('inactive'));
  });
  return stream;
}

/** Pages that are on their way out are listed still. */
const leaving = new WeakSet<Window>();

function pageInFront(): Window | null {
  return firefoxPagesInFront().find((page) => !leaving.has(page)) ?? null;
}

/** Every page says hello to the phone host when it opens. */
function nextPageInFront(): Promise<Window> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(HOST_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<ViewRequest | HostMessage>) => {
      if (data.kind !== 'hello') return;
      const view = pageInFront();
      if (view === null) return;
      channel.close();
      resolve(view);
    };
  });
}
