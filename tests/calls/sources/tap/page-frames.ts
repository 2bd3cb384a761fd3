import type { CallEvent, PhoneEvent } from '../../../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../../../calls/fold-phone.ts';
import { SipReader } from '../../../../calls/sources/tap/sip-reader.ts';

export const DESCRIPTION = (direction = 'sendrecv', address = '192.0.2.1') =>
  [
    ...['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', `c=IN IP4 ${address}`, 't=0 0'],
    ...['m=audio 40000 UDP/TLS/RTP/SAVPF 0', `a=${direction}`, ''],
  ].join('\r\n');

interface Leg {
  readonly callId?: string;
  readonly callerTag?: string;
  readonly agentTag?: string;
}

const AGENT = '<sip:1001@pbx.example.com>';
const REMOTE = '"Li" <sip:13900001234@pbx.example.com>';

/** The messages of one call, as a page sends and receives them. */
export function leg({ callId = 'call-1', callerTag = 'ct', agentTag = 'at' }: Leg = {}) {
  const tagged = (address: string, tag: string | null) => (tag === null ? address : `${address};tag=${tag}`);
  const remoteTag = callerTag;
  return {
    /** `by` sends a request; `toTag` null is outside of a dialog. */
    request(
      by: 'agent' | 'remote',
      method: string,
      cseq: number,
      more: { lines?: string[]; body?: string; branch?: string; early?: boolean; otherTag?: string } = {},
    ) {
      const { lines = [], body = '', branch = `z9hG4bK${by}${cseq}`, early = false } = more;
      const [from, fromTag, to, toTag] =
        by === 'agent' ? [AGENT, agentTag, REMOTE, remoteTag] : [REMOTE, remoteTag, AGENT, agentTag];
      return written(
        `${method} ${by === 'agent' ? 'sip:13900001234@pbx.example.com' : 'sip:1001@page.invalid'} SIP/2.0`,
        [
          `Via: SIP/2.0/WSS pbx.example.com;branch=${branch}`,
          'Max-Forwards: 70',
          `From: ${tagged(from, fromTag)}`,
          `To: ${tagged(to, early ? null : (more.otherTag ?? toTag))}`,
          `Call-ID: ${callId}`,
          `CSeq: ${cseq} ${method}`,
          'Contact: <sip:x@192.0.2.1>',
          ...lines,
        ],
        body,
      );
    },
    /** The response to a request that `by` sent. */
    response(
      by: 'agent' | 'remote',
      status: number,
      method: string,
      cseq: number,
      more: { lines?: string[]; body?: string; branch?: string; toTag?: string | null; phrase?: string } = {},
    ) {
      const { lines = [], body = '', branch = `z9hG4bK${by}${cseq}`, phrase = 'X' } = more;
      const [from, fromTag, to, tag] =
        by === 'agent' ? [AGENT, agentTag, REMOTE, remoteTag] : [REMOTE, remoteTag, AGENT, agentTag];
      return written(
        `SIP/2.0 ${status} ${phrase}`,
        [
          `Via: SIP/2.0/WSS pbx.example.com;branch=${branch}`,
          `From: ${tagged(from, fromTag)}`,
          `To: ${tagged(to, more.toTag === undefined ? tag : more.toTag)}`,
          `Call-ID: ${callId}`,
          `CSeq: ${cseq} ${method}`,
          ...lines,
        ],
        body,
      );
    },
  };
}

function written(first: string, lines: readonly string[], body: string): string {
  const type =
    body === '' || lines.some((line) => line.startsWith('Content-Type'))
      ? []
      : ['Content-Type: application/sdp'];
  const length = new TextEncoder().encode(body).length;
  return `${[first, ...lines, ...type, `Content-Length: ${length}`].join('\r\n')}\r\n\r\n${body}`;
}

/** A page with a reader; the events are short texts, and every one of them is possible. */
export function readerStory() {
  const reader = new SipReader();
  const events: (CallEvent | PhoneEvent)[] = [];
  let phone: Phone = QUIET_PHONE;
  const impossible: string[] = [];
  let now = 1_000_000;
  const keep = (more: readonly (CallEvent | PhoneEvent)[]) => {
    for (const event of more) {
      const result = foldPhone(phone, event);
      if (result.verdict === 'applied') phone = result.phone;
      if (result.verdict === 'impossible') impossible.push(result.why);
      events.push(event);
    }
  };
  return {
    reader,
    events,
    impossible,
    get now() {
      return now;
    },
    get phone() {
      return phone;
    },
    sent: (text: string) => keep(reader.read({ direction: 'sent', text }, now)),
    received: (text: string) => keep(reader.read({ direction: 'received', text }, now)),
    pass(ms: number) {
      const until = now + ms;
      while (reader.nextAt <= until) {
        now = Math.max(now, reader.nextAt);
        keep(reader.onTime(now));
      }
      now = until;
    },
    shown: () => events.map(shown),
  };
}

function shown(event: CallEvent | PhoneEvent): string {
  switch (event.type) {
    case 'ended': {
      const { end } = event;
      const more =
        'by' in end ? end.by : 'target' in end ? end.target : 'sipStatus' in end ? end.sipStatus : '';
      return `ended ${end.how} ${more ?? ''}`.trim();
    }
    case 'held':
    case 'resumed':
      return `${event.type} ${event.holdOriginator}`;
    case 'transfer-started':
      return `transfer ${event.kind} ${event.target}`;
    case 'transfer-failed':
    case 'turned-away':
      return `${event.type} ${event.sipStatus}`;
    case 'registration-lost':
      return `lost ${event.cause}`;
    default:
      return event.type;
  }
}
