import { browser } from 'wxt/browser';
import type { BackgroundReply, BackgroundRequest } from '../contract/messages/background-request.ts';

/** Asks the background for something that only it can do. Rejects if there is no answer. */
export async function askBackground<Request extends BackgroundRequest>(
  request: Request,
): Promise<BackgroundReply[Request['kind']]> {
  // The reply's shape follows from the request's kind; both ends are this extension's own pages.
  return (await browser.runtime.sendMessage(request)) as BackgroundReply[Request['kind']];
}
