import { browser } from 'wxt/browser';
import { withTimeLimit } from '../calls/timing/time-limit.ts';
import type {
  BackgroundAnswer,
  BackgroundReply,
  BackgroundRequest,
} from '../contract/messages/background-request.ts';

/** A service worker wakes within 50 ms; a slow disk answers later. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks the background for something that only it can do. Rejects if it could not do it, and if
 * there is no answer.
 */
export async function askBackground<Request extends BackgroundRequest>(
  request: Request,
): Promise<BackgroundReply[Request['kind']]> {
  // The reply's shape follows from the request's kind; both ends are this extension's own pages.
  const sent = browser.runtime.sendMessage(request) as Promise<BackgroundAnswer | undefined>;
  const answer = await withTimeLimit(ANSWER_WITHIN_MS, sent, `the background's answer to ${request.kind}`);
  if (answer === undefined) throw new Error(`the background does not answer ${request.kind}`);
  if (!answer.ok) throw new Error(`the background failed at ${request.kind}: ${answer.error}`);
  return answer.reply as BackgroundReply[Request['kind']];
}
