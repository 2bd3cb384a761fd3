import { randomBytes } from 'node:crypto';

/** Everything about a request may be odd. `null` leaves the header out. */
export interface RequestParts {
  readonly method?: string;
  /** The contact that the agent registered, if not given. */
  readonly uri?: string;
  readonly version?: string;
  readonly via?: string | null;
  readonly maxForwards?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly callId?: string | null;
  readonly cseq?: string | null;
  readonly contact?: string | null;
  /** More header lines, as they are. */
  readonly headers?: readonly string[];
  readonly contentType?: string;
  readonly body?: string;
  /** Counted in bytes, if not given. */
  readonly contentLength?: string | null;
  /** The last change before it is sent: other names, order, line ends. */
  readonly rewrite?: (text: string) => string;
}

/** The agent's phone as the server knows it. */
export interface AgentAddress {
  readonly user: string;
  readonly domain: string;
  /** URI of its registered contact. */
  readonly contact: string;
}

/** A request; what is not given is as an ordinary proxy sends it. */
export function writeRequest(parts: RequestParts, agent: AgentAddress): string {
  const method = parts.method ?? 'INVITE';
  const body = parts.body ?? '';
  const line = (name: string, value: string | null) => (value === null ? [] : [`${name}: ${value}`]);
  const or = (value: string | null | undefined, usual: string) => (value === undefined ? usual : value);
  const hasBody = body !== '';
  const text = [
    `${method} ${parts.uri ?? agent.contact} ${parts.version ?? 'SIP/2.0'}`,
    ...line('Via', or(parts.via, `SIP/2.0/WS proxy.example.com;branch=${newBranch()}`)),
    ...line('Max-Forwards', or(parts.maxForwards, '68')),
    ...line('From', or(parts.from, `<sip:13900000001@example.com>;tag=${newTag()}`)),
    ...line('To', or(parts.to, `<sip:${agent.user}@${agent.domain}>`)),
    ...line('Call-ID', or(parts.callId, `${newTag()}@proxy.example.com`)),
    ...line('CSeq', or(parts.cseq, `1 ${method}`)),
    ...line('Contact', or(parts.contact, '<sip:13900000001@proxy.example.com;transport=ws>')),
    ...(parts.headers ?? []),
    ...(hasBody ? line('Content-Type', parts.contentType ?? 'application/sdp') : []),
    ...line('Content-Length', or(parts.contentLength, String(Buffer.byteLength(body)))),
    '',
    body,
  ].join('\r\n');
  return parts.rewrite?.(text) ?? text;
}

export function newTag(): string {
  return randomBytes(6).toString('hex');
}

export function newBranch(): string {
  return `z9hG4bK${randomBytes(8).toString('hex')}`;
}
