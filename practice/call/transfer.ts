import { userOf } from '../../calls/sources/sip/address.ts';
import { header, type SipHeader, type SipRequest } from '../../calls/sources/sip/message.ts';
import { readNameAddress } from '../../calls/sources/sip/name-address.ts';
import { phrase, replyTo } from '../../calls/sources/sip/reply-to.ts';
import type { Session } from './session.ts';

/** What a transfer needs of the exchange. */
export interface TransferHost {
  /** Rings a number for a transferred caller; settles with the final SIP status. */
  tryNumber(number: string): Promise<number>;
  /** The other call of an attended transfer, by its Call-ID, if it is active. */
  findCall(callId: string): Session | undefined;
  /** The status with which a REFER is refused; null accepts it. */
  refuses(number: string): number | null;
}

/**
 * REFER (RFC 3515) with its NOTIFYs: blind, or attended if Refer-To contains Replaces (RFC 3891).
 */
export async function handleRefer(session: Session, request: SipRequest, host: TransferHost): Promise<void> {
  const toTag = session.dialog.localTag;
  const target = parseReferTo(header(request, 'refer-to') ?? '');
  if (target === undefined || session.state() !== 'established') {
    session.send(replyTo(request, 400, { toTag, reason: 'Bad Refer-To header' }));
    return;
  }
  const kind = target.replaces === null ? 'blind' : 'attended';
  session.timeline.record({ type: 'transfer-asked', target: target.number, kind });
  const refusal = host.refuses(target.number);
  if (refusal !== null) {
    session.send(replyTo(request, refusal, { toTag }));
    session.timeline.record({ type: 'transfer-answered', sipStatus: refusal });
    return;
  }
  session.send(replyTo(request, 202, { toTag }));
  await notify(session, 100, 'active;expires=60');
  const other = target.replaces === null ? undefined : host.findCall(target.replaces);
  const missing = target.replaces !== null && other === undefined;
  const status = await (missing ? 481 : other === undefined ? host.tryNumber(target.number) : 200);
  session.timeline.record({ type: 'transfer-answered', sipStatus: status });
  if (status < 300) session.transferredTo = target.number;
  await notify(session, status, 'terminated;reason=noresource');
  if (status >= 300 || other === undefined) return;
  // The two callers are now connected; the exchange releases the agent's phone on the replaced leg.
  other.transferredTo = target.number;
  await other.ask('BYE');
  other.end({ how: 'transferred', target: target.number });
}

function notify(session: Session, status: number, state: string): Promise<unknown> {
  const headers: readonly SipHeader[] = [
    { name: 'event', value: 'refer' },
    { name: 'subscription-state', value: state },
    { name: 'content-type', value: 'message/sipfrag;version=2.0' },
  ];
  return session.ask('NOTIFY', { headers, body: `SIP/2.0 ${status} ${phrase(status)}\r\n` });
}

interface ReferTarget {
  readonly number: string;
  /** Call-ID of the call to replace, in an attended transfer. */
  readonly replaces: string | null;
}

function parseReferTo(value: string): ReferTarget | undefined {
  const uri = readNameAddress(value)?.uri;
  const number = uri === undefined ? null : userOf(uri);
  if (uri === undefined || number === null || number === '') return undefined;
  const query = uri.includes('?') ? uri.slice(uri.indexOf('?') + 1) : '';
  const replaces = new URLSearchParams(query.replaceAll('+', '%2B'));
  const entry = [...replaces].find(([name]) => name.toLowerCase() === 'replaces')?.[1];
  return { number, replaces: entry?.split(';')[0] ?? null };
}
