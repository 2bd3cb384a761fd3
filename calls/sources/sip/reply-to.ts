import { header, headerLines, type SipHeader, type SipRequest, type SipResponse } from './message.ts';

/** Reason phrases of the statuses that the practice exchange sends (RFC 3261 §21). */
const PHRASES: ReadonlyMap<number, string> = new Map([
  [100, 'Trying'],
  [180, 'Ringing'],
  [183, 'Session Progress'],
  [200, 'OK'],
  [202, 'Accepted'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [480, 'Temporarily Unavailable'],
  [481, 'Call/Transaction Does Not Exist'],
  [482, 'Loop Detected'],
  [486, 'Busy Here'],
  [487, 'Request Terminated'],
  [488, 'Not Acceptable Here'],
  [491, 'Request Pending'],
  [500, 'Server Internal Error'],
  [503, 'Service Unavailable'],
  [603, 'Decline'],
]);

export function phrase(status: number): string {
  return PHRASES.get(status) ?? 'Unknown';
}

export interface ReplyExtras {
  readonly reason?: string;
  /** Added to To if that has none (RFC 3261 §8.2.6.2). */
  readonly toTag?: string;
  readonly headers?: readonly SipHeader[];
  readonly body?: string;
}

/** A response with the headers that must be copied from the request (RFC 3261 §8.2.6). */
export function replyTo(request: SipRequest, status: number, extras: ReplyExtras = {}): SipResponse {
  const copied = (name: string) => headerLines(request, name).map((value) => ({ name, value }));
  const to = header(request, 'to');
  const tagged =
    to === undefined || extras.toTag === undefined || /;\s*tag=/i.test(to) ? to : `${to};tag=${extras.toTag}`;
  return {
    kind: 'response',
    status,
    reason: extras.reason ?? phrase(status),
    headers: [
      ...copied('via'),
      ...(status < 300 ? copied('record-route') : []),
      ...copied('from'),
      ...(tagged === undefined ? [] : [{ name: 'to', value: tagged }]),
      ...copied('call-id'),
      ...copied('cseq'),
      ...(extras.headers ?? []),
    ],
    body: extras.body ?? '',
  };
}
