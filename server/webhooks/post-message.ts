import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { type IsProxy, plainAddress } from '../http/trusted-proxies.ts';
import { AddressRefused, checkedLookup, mayReach, type Resolve } from '../sign-in/checked-lookup.ts';
import type { OutgoingMessage } from './robot-message.ts';

/** From the DNS to the end of the answer, of one hop. */
const WITHIN_MS = 10_000;
const MOST_ANSWER_BYTES = 16 * 1024;
const MOST_REDIRECTS = 3;

export type Posted =
  | { readonly ok: true; readonly status: number; readonly answer: string }
  | { readonly ok: false; readonly problem: 'unreachable' | 'not-allowed' | 'too-many-redirects' };

export type PostMessage = (message: OutgoingMessage) => Promise<Posted>;

/**
 * Posts to an address that a lead typed: only to public addresses and those that the operator
 * allows. The connection goes to the very address that was checked; each redirect is checked anew.
 */
export function postMessage(isAllowed: IsProxy, resolve: Resolve = lookup): PostMessage {
  return async (message) => {
    let { url } = message;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const { protocol, hostname } = new URL(url);
      const literal = hostname.replace(/^\[|\]$/g, '');
      const mayBeReached = protocol === 'https:' ? mayReach : isOwn;
      if (!/^https?:$/.test(protocol) || (isIP(literal) !== 0 && !mayBeReached(literal, isAllowed)))
        return { ok: false, problem: 'not-allowed' };
      try {
        const answer = await send({ ...message, url }, checkedLookup(isAllowed, resolve, mayBeReached));
        // Others would change the method.
        if (answer.status !== 307 && answer.status !== 308) return { ok: true, ...answer };
        if (answer.location === null || !URL.canParse(answer.location, url))
          return { ok: false, problem: 'unreachable' };
        url = new URL(answer.location, url).href;
      } catch (error) {
        return { ok: false, problem: error instanceof AddressRefused ? 'not-allowed' : 'unreachable' };
      }
    }
    return { ok: false, problem: 'too-many-redirects' };
  };
}

/** Without encryption a message goes to the operator's own addresses alone. */
function isOwn(address: string, isAllowed: IsProxy): boolean {
  return isAllowed(plainAddress(address));
}

interface Answer {
  readonly status: number;
  readonly answer: string;
  readonly location: string | null;
}

function send(
  { url, headers, body }: OutgoingMessage,
  checked: ReturnType<typeof checkedLookup>,
): Promise<Answer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const options = {
      ...{ method: 'POST', lookup: checked, agent: false, signal: AbortSignal.timeout(WITHIN_MS) },
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, answer, location: received.location ?? null });
        sent.destroy();
      };
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_ANSWER_BYTES) done();
        else chunks.push(chunk);
      });
      response.on('end', done);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
