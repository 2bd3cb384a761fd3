import { rawCase, type SipCase } from '../sip-case.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import type { RequestParts } from '../wire/write-request.ts';

const rings = (name: string, rfc: string, sends: RequestParts): SipCase =>
  rawCase({ name, rfc, sends, mustAnswer: 'ring' });
const isAnswered = (name: string, rfc: string, sends: RequestParts): SipCase =>
  rawCase({ name, rfc, sends, mustAnswer: 'final' });

const COMPACT: Readonly<Record<string, string>> = {
  Via: 'v',
  From: 'f',
  To: 't',
  'Call-ID': 'i',
  Contact: 'm',
  'Content-Type': 'c',
  'Content-Length': 'l',
};

/** Changes the name of each header line. */
const renamed = (rename: (name: string) => string) => (text: string) => {
  const end = text.indexOf('\r\n\r\n');
  const [start = '', ...lines] = text.slice(0, end).split('\r\n');
  const changed = lines.map(
    (line) => rename(line.slice(0, line.indexOf(':'))) + line.slice(line.indexOf(':')),
  );
  return [start, ...changed].join('\r\n') + text.slice(end);
};
const swap = (one: string | RegExp, other: string) => (text: string) => text.replace(one, other);

export const HEADER_FORMS: readonly SipCase[] = [
  rings('compact names', '3261 7.3.3', { rewrite: renamed((name) => COMPACT[name] ?? name) }),
  rings('compact names in capitals', '3261 7.3.1', {
    rewrite: renamed((name) => COMPACT[name]?.toUpperCase() ?? name),
  }),
  rings('names in small letters', '3261 7.3.1', { rewrite: renamed((name) => name.toLowerCase()) }),
  rings('names in capitals', '3261 7.3.1', { rewrite: renamed((name) => name.toUpperCase()) }),
  rings('spaces before the colon', '3261 7.3.1', { rewrite: renamed((name) => `${name}  `) }),
  rings('a tab before the colon', '3261 7.3.1', { rewrite: renamed((name) => `${name}\t`) }),
  rings('no space after the colon', '3261 7.3.1', {
    rewrite: (text) => text.replace(/^([\w-]+): /gm, '$1:'),
  }),
  rings('folded lines', '3261 7.3.1', {
    rewrite: (text) => text.replace(/^(From|To|Via|Contact): /gm, '$1:\r\n  '),
  }),
  rings('lines folded at a parameter', '3261 7.3.1', { rewrite: swap(/^(From: [^;]*);/m, '$1\r\n\t;') }),
  rings('empty lines before the start line', '3261 7.5', { rewrite: (text) => `\r\n\r\n${text}` }),
  rings('a header of 20,000 letters', '4475 3.1.1.7', { headers: [`X-Long: ${'a'.repeat(20_000)}`] }),
  rings('300 unknown headers', '3261 8.2.2', {
    headers: Array.from({ length: 300 }, (_, n) => `X-Other-${n}: ${n}`),
  }),
  rings('40 Via headers', '4475 3.1.1.7', {
    headers: Array.from({ length: 40 }, (_, n) => `Via: SIP/2.0/UDP h${n}.example.com;branch=z9hG4bK${n}`),
  }),
  rings('several Via values in one line', '3261 7.3.1', {
    via: 'SIP/2.0/WS a.example.com;branch=z9hG4bKv1, SIP/2.0/UDP b.example.com;branch=z9hG4bKv2',
  }),
  rings('spaces inside Via', '4475 3.1.1.1', {
    via: 'SIP  / 2.0  /  WS   a.example.com:5060   ;  branch  =  z9hG4bKv3',
  }),
  rings('Via with received and rport', '3581 4', {
    via: 'SIP/2.0/WSS 192.0.2.1:443;rport=5060;received=192.0.2.1;branch=z9hG4bKv4',
  }),
  rings('Via with rport and no value', '3581 3', { via: 'SIP/2.0/WSS 192.0.2.1:443;rport;branch=z9hG4bKv5' }),
  rings('Via with an IPv6 address', '5118 4.5', {
    via: 'SIP/2.0/WS [2001:db8::9:255];received=[2001:db8::9:255];branch=z9hG4bKv6',
  }),
  rings('Via with a host without a dot', '3261 25.1', { via: 'SIP/2.0/WS pbx;branch=z9hG4bKv7' }),
  rings('Via of an unknown transport', '4475 3.1.1.10', {
    via: 'SIP/2.0/UNKNOWN a.example.com;branch=z9hG4bKv8',
  }),
  rings('Via with the cookie alone', '4475 3.2.1', { via: 'SIP/2.0/WS a.example.com;branch=z9hG4bK' }),
  rings('Via with a parameter in quotes', '3261 25.1', {
    via: 'SIP/2.0/WS a.example.com;x="a,b;c";branch=z9hG4bKv9',
  }),
  isAnswered('Via without a branch, as in RFC 2543', '3261 17.2.3', { via: 'SIP/2.0/WS a.example.com' }),
  isAnswered('Via with a branch of RFC 2543', '3261 17.2.3', { via: 'SIP/2.0/WS a.example.com;branch=1' }),
  isAnswered('Via in small letters', '3261 7.3.1', { via: 'sip/2.0/ws a.example.com;branch=z9hG4bKva' }),

  rings('Max-Forwards is 0', '3261 8.2', { maxForwards: '0' }),
  rings('Max-Forwards is 255', '3261 20.22', { maxForwards: '255' }),
  isAnswered('Max-Forwards is missing', '4475 3.3.1', { maxForwards: null }),
  isAnswered('Max-Forwards is 300', '4475 3.1.2.4', { maxForwards: '300' }),
  isAnswered('Max-Forwards is a word', '3261 20.22', { maxForwards: 'many' }),
  isAnswered('two Max-Forwards', '4475 3.3.8', { headers: ['Max-Forwards: 5'] }),

  rings('a CSeq just below 2^31', '3261 8.1.1.5', { cseq: '2147483640 INVITE' }),
  rings('a CSeq of 0', '3261 8.1.1.5', { cseq: '0 INVITE' }),
  rings('a CSeq with zeros in front', '4475 3.1.1.1', { cseq: '0009  INVITE' }),
  isAnswered('a CSeq of 2^32 - 1', '4475 3.1.2.4', { cseq: '4294967295 INVITE' }),
  isAnswered('a CSeq of another method', '4475 3.1.2.17', { cseq: '8 NOTIFY' }),
  isAnswered('a CSeq of an unknown method', '4475 3.1.2.18', { cseq: '8 NEWMETHOD' }),
  isAnswered('two CSeq lines', '4475 3.3.8', { headers: ['CSeq: 59 OPTIONS'] }),

  rings('a Call-ID of every allowed sign', '4475 3.1.1.2', {
    callId: `intmeth.word%ZK-!.*_+'@word\`~)(><:\\/"][?}{`,
  }),
  rings('a Call-ID of 400 letters', '3261 20.8', { callId: `${'c'.repeat(400)}@example.com` }),
  rings('a Call-ID of one letter', '3261 20.8', { callId: 'x' }),
  rings('a Call-ID as a prototype name', '3261 20.8', { callId: '__proto__' }),
  isAnswered('two Call-ID lines', '4475 3.3.8', { headers: ['Call-ID: other@example.com'] }),

  rings('no Content-Length', '3261 18.3', { contentLength: null }),
  rings('Content-Length with zeros and spaces', '4475 3.1.1.1', {
    body: webrtcSdp(),
    contentLength: `  000${Buffer.byteLength(webrtcSdp())}  `,
  }),
  isAnswered('Content-Length is larger than the body', '4475 3.1.2.2', { contentLength: '9999' }),
  isAnswered('Content-Length is smaller than the body', '3261 18.3', { contentLength: '40' }),
  isAnswered('Content-Length is negative', '4475 3.1.2.3', { contentLength: '-999' }),
  isAnswered('Content-Length is a word', '3261 20.14', { contentLength: 'some' }),
  isAnswered('two Content-Lengths', '4475 3.3.9', { headers: ['Content-Length: 5'] }),

  rings('Content-Type has a parameter', '3261 20.15', { contentType: 'application/sdp;charset=utf-8' }),
  rings('Content-Type has spaces', '3261 20.15', { contentType: 'application/sdp ; version = 1' }),
  rings('Content-Type has spaces around the slash', '4475 3.1.1.1', { contentType: 'application / sdp' }),
  rings('Content-Type in capitals', '3261 20.15', { contentType: 'Application/SDP' }),
  rings('Content-Disposition session', '3261 20.11', {
    headers: ['Content-Disposition: session;handling=required'],
  }),
  isAnswered('a disposition nobody knows, required', '3261 20.11', {
    headers: ['Content-Disposition: x-other;handling=required'],
  }),
  isAnswered('Content-Encoding gzip', '3261 8.2.3', { headers: ['Content-Encoding: gzip'] }),
  isAnswered('a body of plain text', '3261 21.4.13', { contentType: 'text/plain', body: 'hello' }),
  isAnswered('a body without a type', '3261 20.15', {
    rewrite: (text) => text.replace(/^Content-Type: .*\r\n/m, ''),
  }),
  isAnswered('a body of several parts', '5621 3', {
    contentType: 'multipart/mixed;boundary=b1',
    body: `--b1\r\nContent-Type: application/sdp\r\n\r\n${webrtcSdp()}\r\n--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n--b1--\r\n`,
  }),

  rings('Session-Expires', '4028 4', {
    headers: ['Supported: timer', 'Session-Expires: 1800;refresher=uac', 'Min-SE: 90'],
  }),
  rings('Session-Expires in its compact form', '4028 4', { headers: ['k: timer', 'x: 1800'] }),
  isAnswered('Session-Expires is a word', '4028 4', { headers: ['Session-Expires: soon'] }),
  isAnswered('Session-Expires is empty', '4028 4', { headers: ['Session-Expires:'] }),
  isAnswered('Session-Expires has an unknown refresher', '4028 4', {
    headers: ['Session-Expires: 1800;refresher=proxy'],
  }),
  isAnswered('Session-Expires is too short', '4028 5', {
    headers: ['Supported: timer', 'Session-Expires: 5'],
  }),
  isAnswered('Session-Expires is a fraction', '4028 4', { headers: ['Session-Expires: 1800.5'] }),
  isAnswered('Min-SE is a word', '4028 5', { headers: ['Session-Expires: 1800', 'Min-SE: none'] }),
  rings('Expires of 2^32 - 1', '3261 20.19', { headers: ['Expires: 4294967295'] }),
  isAnswered('Expires is larger than 2^32 - 1', '4475 3.1.2.4', { headers: ['Expires: 10000000000'] }),
  isAnswered('Expires is a word', '3261 20.19', { headers: ['Expires: never'] }),
  isAnswered('a date in another time zone', '4475 3.1.2.12', {
    headers: ['Date: Fri, 01 Jan 2010 16:00:00 EST'],
  }),
  isAnswered('a line without a colon', '3261 7.3', { headers: ['this is no header'] }),
  isAnswered('a line that begins with a colon', '3261 7.3', { headers: [': nothing'] }),
  isAnswered('an empty value', '3261 7.3', { headers: ['Subject:', 'Supported:', 'Allow:'] }),
  isAnswered('a NUL in a header', '3261 25.1', { headers: ['X-Odd: a\u0000b'] }),
  isAnswered('a lone CR in a header', '3261 25.1', { headers: ['X-Odd: a\rb'] }),
  isAnswered('a lone LF in a header', '3261 25.1', { headers: ['X-Odd: a\nb'] }),
  rings('odd values in headers that a phone need not read', '3261 8.2.2', {
    headers: [
      'Warning: 1812 overture "In Progress"',
      'Accept-Language: zh;q=x',
      'User-Agent: ;;;',
      'Server: <',
      'Alert-Info: <',
      'Call-Info: <;',
      'Geolocation: <cid:x>',
      'History-Info: <',
      'Diversion: ;;',
      'Privacy: ;',
      'Organization: "',
      'Timestamp: x',
      'Retry-After: x',
      'Event: ;',
      'Allow-Events: ,',
      'Reply-To: <',
      'Record-Route-X: <',
    ],
  }),
];
