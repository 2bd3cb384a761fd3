import { browser } from 'wxt/browser';
import type { BackgroundReply, BackgroundRequest } from '../contract/messages/background-request.ts';

/** Wakes the background for something only it can do. Throws if nobody answers: there is always a background. */
export async function askBackground<Request extends BackgroundRequest>(
  request: Request,
): Promise<BackgroundReply[Request['kind']]> {
  // The reply's shape follows from the request's kind; both ends are this extension's own pages.
  return (await browser.runtime.sendMessage(request)) as BackgroundReply[Request['kind']];
}
