import { cseqOf } from '../sip/cseq.ts';
import { header, headerLines, headerValues, type SipRequest, type SipResponse } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';

/**
 * A request of the caller in the dialog that an answer to its INVITE makes, without Via (RFC 3261
 * §12.2.1.1). `later`: how far its CSeq is after that of the INVITE.
 */
export function inDialog(response: SipResponse, method: string, later: number): SipRequest {
  const number = (cseqOf(response)?.number ?? 0) + later;
  const to = header(response, 'to') ?? '';
  const target = contactOf(response) || (readNameAddress(to)?.uri ?? '');
  const { uri, routes } = routed(target, headerValues(response, 'record-route').toReversed());
  return {
    kind: 'request',
    method,
    uri,
    headers: [
      ...routes.map((value) => ({ name: 'route', value })),
      { name: 'max-forwards', value: '70' },
      ...headerLines(response, 'from')
        .slice(0, 1)
        .map((value) => ({ name: 'from', value })),
      { name: 'to', value: to },
      { name: 'call-id', value: header(response, 'call-id') ?? '' },
      { name: 'cseq', value: `${number} ${method}` },
    ],
    body: '',
  };
}

/** The address that an answer names for what follows; empty without one. */
export function contactOf(response: SipResponse): string {
  return readNameAddress(headerValues(response, 'contact')[0] ?? '')?.uri ?? '';
}

/** A first proxy without `lr` routes strictly: it is the Request-URI, and the target comes last. */
function routed(target: string, routes: readonly string[]) {
  const [first, ...rest] = routes;
  const strict = first === undefined ? undefined : readNameAddress(first)?.uri;
  if (strict === undefined || /;lr\b/i.test(strict)) return { uri: target, routes };
  return { uri: strict, routes: [...rest, `<${target}>`] };
}
