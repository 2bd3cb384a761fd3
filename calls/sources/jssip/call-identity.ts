import type { Call } from '../../call.ts';
import type { CallId } from '../../call-event.ts';
import { readNumber } from '../../numbers/read-number.ts';
import { writtenNumber } from '../../numbers/telephone-number.ts';
import { type RemoteParty, remoteParty } from '../../remote-party.ts';
import { header, type SipMessage, type SipRequest } from '../sip/message.ts';
import { assertedParty } from '../sip-front/remote-identity.ts';
import { callIdOf } from './call-id.ts';

/** The request as it arrived; as far as JsSIP could read it where the front does not know it. */
export function messageOf(
  arrived: SipRequest | null,
  request: { getHeader(name: string): string },
): SipRequest {
  if (arrived !== null) return arrived;
  const from = { name: 'from', value: request.getHeader('From') };
  return { kind: 'request', method: 'INVITE', uri: '', headers: [from], body: '' };
}

/** The party that the agent dialled, as it will be dialled again. */
export function dialledParty(target: string): RemoteParty {
  const read = target.includes('@') ? null : readNumber(target);
  return remoteParty(read === null ? target : writtenNumber(read), null);
}

/** Calls are named for their Call-ID (call-id.ts). */
export function isOfCall(message: SipMessage, id: CallId): boolean {
  const named = callIdOf(header(message, 'call-id') ?? '');
  return id === named || id.startsWith(`${named}~`);
}

const METHODS: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'ACK']);

/**
 * Who a message inside a call says that the agent is connected with; null if it says nothing. The
 * number that the agent dialled stays until the call is answered, and what the first answer says of
 * it is the same person under another number.
 */
export function changedParty(message: SipMessage, call: Call): RemoteParty | null {
  if (call.state === 'ended') return null;
  if (call.direction === 'outbound' && (call.state !== 'established' || message.kind === 'response')) {
    return null;
  }
  const method =
    message.kind === 'request' ? message.method : (header(message, 'cseq') ?? '').split(/\s+/)[1];
  return METHODS.has(method ?? '') ? assertedParty(message) : null;
}
