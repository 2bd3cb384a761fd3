import { createHmac } from 'node:crypto';

/**
 * Headers by which a receiver checks that a message is the server's and new: the HMAC of time, a
 * dot and the body, as `v1=HEX`.
 */
export function signatureHeaders(secret: string, id: string, body: string, now: number) {
  const timestamp = String(Math.floor(now / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'sansheng-event': id,
    'sansheng-timestamp': timestamp,
    'sansheng-signature': `v1=${signature}`,
  };
}
