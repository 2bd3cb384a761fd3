import { firefoxPagesInFront } from '../browser/firefox-sidebar.ts';
import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../contract/messages/host-message.ts';

/**
 * Opens the microphone in the sidebar or in a tab in front, because Firefox does not let a
 * background page record (docs/decisions/firefox-microphone.md). Waits until there is such a page.
 */
export async function borrowMicrophone(constraints: MediaStreamConstraints): Promise<MediaStream> {
  const lender = pageInFront() ?? (await nextPageInFront());
  const borrowed = await lender.navigator.mediaDevices.getUserMedia(constraints);
  // The tracks end with their page without an event; a stream of this page can have one.
  const stream = new MediaStream(borrowed.getTracks());
  lender.addEventListener('pagehide', () => {
    leaving.add(lender);
    stream.dispatchEvent(new Event('inactive'));
  });
  return stream;
}

/** Pages that are being closed are still listed. */
const leaving = new WeakSet<Window>();

function pageInFront(): Window | null {
  return firefoxPagesInFront().find((page) => !leaving.has(page)) ?? null;
}

/** Every page sends `hello` to the phone host when it opens. */
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
