import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { serviceApi } from '../../contract/api/service-api.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import { bad, doubtful, type Finding, good } from './finding.ts';

const ANSWER_WITHIN_MS = 8_000;
const DAY_MS = 86_400_000;
/** Long enough to renew a certificate by hand, days. */
const RENEW_BEFORE_DAYS = 21;
/** A device's largest push; some proxies refuse more than 1 MB by default. */
const LARGEST_BODY_BYTES = 7_000_000;
const CLOCKS_APART_MS = 5_000;

/**
 * Of the address at which agents reach the server, through the proxy. `proxies`: the setting
 * TRUSTED_PROXIES.
 */
export async function addressFindings(
  address: string,
  proxies: string,
  now: () => number,
): Promise<readonly Finding[]> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return [bad('address', `${address} is no address.`, 'Write it as https://sansheng.example.com')];
  const tls = url.protocol === 'https:' ? await certificateFinding(url, now()) : plainFinding(url);
  if (tls.state === 'bad') return [tls];
  return [tls, ...(await answerFindings(url, now)), proxiesFinding(proxies)];
}

function plainFinding({ hostname }: URL): Finding {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    ? good('tls', 'This machine needs no TLS to reach itself.')
    : bad(
        'tls',
        'Notes and tokens would travel in the clear.',
        'Put a proxy with TLS in front of the server.',
      );
}

async function certificateFinding({ hostname, port }: URL, now: number): Promise<Finding> {
  const socket = connect({
    host: hostname,
    port: port === '' ? 443 : Number(port),
    // RFC 6066, 3: an address is no server name.
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    timeout: ANSWER_WITHIN_MS,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve).once('error', reject);
      socket.once('timeout', () => reject(new Error('no answer')));
    });
    const until = Date.parse(socket.getPeerCertificate().valid_to);
    const days = Math.floor((until - now) / DAY_MS);
    return days >= RENEW_BEFORE_DAYS
      ? good('tls', `The certificate is valid for ${days} days.`)
      : doubtful('tls', `The certificate is valid for ${days} days only.`, 'Renew it.');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return bad('tls', `No browser would trust ${hostname}: ${why}.`, 'Check certificate, chain and name.');
  } finally {
    socket.destroy();
  }
}

async function answerFindings(url: URL, now: () => number): Promise<readonly Finding[]> {
  try {
    const health = await ask(url, serviceApi.health.path, {});
    const says = `${serviceApi.health.path} answers ${health.status}.`;
    const ready = health.ok
      ? good('address', says)
      : bad('address', says, health.status === 503 ? 'See the findings above.' : 'Does the proxy lead here?');
    const ahead = Date.parse(health.headers.get('date') ?? '') - now();
    const clock =
      Math.abs(ahead) > CLOCKS_APART_MS
        ? [
            doubtful(
              'clock',
              `It is ${Math.round(ahead / 1000)} s from this clock there.`,
              'Set both clocks.',
            ),
          ]
        : [];
    return [ready, ...clock, ...(health.ok ? [await bodyFinding(url)] : [])];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [bad('address', `${url.origin} does not answer: ${why}.`, 'Does the server run, and the proxy?')];
  }
}

/** The server refuses who has no token before it reads; only a proxy says that it is too large. */
async function bodyFinding(url: URL): Promise<Finding> {
  const body = new Uint8Array(LARGEST_BODY_BYTES);
  const { status } = await ask(url, syncApi.push.path, { method: 'POST', body });
  return status === 413
    ? bad('proxy', 'The proxy refuses large pushes (413).', 'Let it pass bodies of 8 MB.')
    : good('proxy', 'Large pushes pass.');
}

async function ask(url: URL, path: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const response = await fetch(new URL(path, url), { ...init, signal, redirect: 'manual' });
  await response.body?.cancel();
  return response;
}

function proxiesFinding(proxies: string): Finding {
  return proxies.trim() === ''
    ? doubtful(
        'proxy',
        'TRUSTED_PROXIES is not set: behind a proxy all agents share one limit.',
        'Set it to the proxy’s address.',
      )
    : good('proxy', `Agents’ addresses are read from ${proxies}.`);
}
