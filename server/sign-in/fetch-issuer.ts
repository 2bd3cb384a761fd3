import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { parseJson } from '../../contract/api/parse-json.ts';
import type { IsProxy } from '../http/trusted-proxies.ts';
import { checkedLookup, mayReach, type Resolve } from './checked-lookup.ts';

/** Keys, addresses and tokens of an issuer are a few kilobytes. */
const MOST_BYTES = 512 * 1024;
/** From the DNS to the last byte. */
const WITHIN_MS = 5_000;

/** Answers of an issuer, as JSON; null for none, a bad one, or one that is not fetched. */
export type FetchIssuer = (url: string, form?: URLSearchParams) => Promise<unknown>;

/**
 * Fetches from a company's issuer, whose address an admin of an organisation typed: over https,
 * from public addresses and those that the operator allows. The connection goes to the very address
 * that was checked, redirects are not followed, and an answer is bounded in size and time.
 */
export function fetchIssuer(isAllowed: IsProxy, resolve: Resolve = lookup): FetchIssuer {
  return async (url, form) => {
    try {
      const { protocol, hostname } = new URL(url);
      const literal = hostname.replace(/^\[|\]$/g, '');
      if (isIP(literal) !== 0 && !mayReach(literal, isAllowed)) return null;
      if (!(protocol === 'https:' || (protocol === 'http:' && isAllowedLoopback(literal, isAllowed))))
        return null;
      return await fetchJson(url, form, checkedLookup(isAllowed, resolve));
    } catch {
      return null;
    }
  };
}

/** Plain http is for tests and for trying things out: it does not leave this machine. */
function isAllowedLoopback(address: string, isAllowed: IsProxy): boolean {
  return /^(127\.[\d.]+|::1)$/.test(address) && isAllowed(address);
}

function fetchJson(url: string, form: URLSearchParams | undefined, lookup: LookupFunction): Promise<unknown> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const body = form?.toString();
  const headers = {
    accept: 'application/json',
    ...(body === undefined
      ? {}
      : {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
  };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(WITHIN_MS);
    const sent = request(url, { method, headers, lookup, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      if (response.statusCode !== 200) {
        resolve(null);
        sent.destroy();
        return;
      }
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) {
          reject(new Error('too long'));
          sent.destroy();
        } else chunks.push(chunk);
      });
      response.on('end', () => {
        try {
          resolve(parseJson(Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
