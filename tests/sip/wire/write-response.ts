import { type Frame, headerValue, headerValues, tagIn } from './frame.ts';

export interface ResponseParts {
  readonly reason?: string;
  /** Added to To if that has none. */
  readonly toTag?: string;
  /** Header lines, as they are. */
  readonly headers?: readonly string[];
  readonly contentType?: string;
  readonly body?: string;
  readonly rewrite?: (text: string) => string;
}

/** A response with what RFC 3261 §8.2.6 copies from the request. */
export function writeResponse(request: Frame, status: number, parts: ResponseParts = {}): string {
  const to = headerValue(request, 'to') ?? '';
  const tag = parts.toTag === undefined || tagIn(to) !== undefined ? '' : `;tag=${parts.toTag}`;
  const body = parts.body ?? '';
  const text = [
    `SIP/2.0 ${status} ${parts.reason ?? REASONS[status] ?? 'Status'}`,
    ...headerValues(request, 'via').map((value) => `Via: ${value}`),
    ...(status < 300 ? headerValues(request, 'record-route').map((value) => `Record-Route: ${value}`) : []),
    `From: ${headerValue(request, 'from') ?? ''}`,
    `To: ${to}${tag}`,
    `Call-ID: ${headerValue(request, 'call-id') ?? ''}`,
    `CSeq: ${headerValue(request, 'cseq') ?? ''}`,
    ...(parts.headers ?? []),
    ...(body === '' ? [] : [`Content-Type: ${parts.contentType ?? 'application/sdp'}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
  return parts.rewrite?.(text) ?? text;
}

const REASONS: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  183: 'Session Progress',
  200: 'OK',
  202: 'Accepted',
  302: 'Moved Temporarily',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  407: 'Proxy Authentication Required',
  423: 'Interval Too Brief',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  484: 'Address Incomplete',
  486: 'Busy Here',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  491: 'Request Pending',
  500: 'Server Internal Error',
  503: 'Service Unavailable',
  603: 'Decline',
};
