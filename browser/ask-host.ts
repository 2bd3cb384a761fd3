import { HOST_CHANNEL, type ViewRequest } from '../contract/messages/host-message.ts';

/** Sends one request to the phone host without waiting for its answer. */
export function askHost(request: ViewRequest): void {
  const channel = new BroadcastChannel(HOST_CHANNEL);
  channel.postMessage(request);
  channel.close();
}
