import { parseMessage as parseByLibrary } from 'jssip/lib/Parser';
import type { SipMessage } from '../../../../calls/sources/sip/message.ts';
import { header } from '../../../../calls/sources/sip/message.ts';
import { parseMessage } from '../../../../calls/sources/sip/parse-message.ts';
import type { RefusedCall } from '../../../../calls/sources/sip-front/front-needs.ts';
import type { RegistrarAnswer } from '../../../../calls/sources/sip-front/registrar-answer.ts';
import { SipFront } from '../../../../calls/sources/sip-front/sip-front.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

/** An offer that browsers can answer. */
export const OFFER = [
  'v=0',
  'o=- 1 1 IN IP4 192.0.2.1',
  's=-',
  't=0 0',
  'm=audio 40000 UDP/TLS/RTP/SAVPF 0',
  'c=IN IP4 192.0.2.1',
  'a=rtpmap:0 PCMU/8000',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuv',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:actpass',
  '',
].join('\r\n');

export const INVITE = [
  'INVITE sip:1001@phone.invalid SIP/2.0',
  'Via: SIP/2.0/WSS pbx.example.com;branch=z9hG4bKone',
  'Max-Forwards: 70',
  'From: <sip:+8613900001234@example.com>;tag=caller',
  'To: <sip:1001@example.com>',
  'Call-ID: call-1',
  'CSeq: 1 INVITE',
  'Contact: <sip:caller@192.0.2.1:5060>',
  'Content-Type: application/sdp',
];

/** A frame of header lines; a given header replaces the line of the same name. */
export function frameOf(lines: readonly string[], body = '', changes: readonly string[] = []): string {
  const nameOf = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase();
  const changed = changes.map(nameOf);
  const kept = lines.filter((line, at) => at === 0 || !changed.includes(nameOf(line)));
  const length = new TextEncoder().encode(body).length;
  const given = changes.filter((line) => line.slice(line.indexOf(':') + 1).trim() !== '');
  return `${[...kept, ...given, `Content-Length: ${length}`].join('\r\n')}\r\n\r\n${body}`;
}

/** A front between a server and a library that a test plays. */
export function frontStory(password = 'secret') {
  const clock = handClock();
  const toServer: string[] = [];
  const toLibrary: string[] = [];
  const problems: string[] = [];
  const answers: RegistrarAnswer[] = [];
  const refused: RefusedCall[] = [];
  const inCall: SipMessage[] = [];
  let tokens = 0;
  const front = new SipFront({
    account: { user: 'agent', credentials: { kind: 'password', password } },
    clock,
    token: () => `token${tokens++}`,
    toServer: (frame) => toServer.push(frame) > 0,
    toLibrary: (message) => toLibrary.push(message),
    // The real grammar; it needs no user agent to parse.
    isReadable: (message) => readByLibrary(message),
    libraryUri: () => 'sip:lib@lib.invalid;transport=ws',
    onProblem: (problem) => problems.push(problem),
    onRegistrarAnswer: (answer) => answers.push(answer),
    onRefusedCall: (_request, _status, why) => refused.push(why),
    onInCallMessage: (message) => inCall.push(message),
  });
  const read = (text: string | undefined): SipMessage => {
    const parsed = parseMessage(text ?? '');
    if (!parsed.ok) throw new Error(`${parsed.reason}: ${text}`);
    return parsed.message;
  };
  return {
    ...{ front, clock, toServer, toLibrary, problems, answers, refused, inCall },
    /** The newest message that the library was given. */
    library: () => read(toLibrary.at(-1)),
    /** The newest message that the server was sent. */
    server: () => read(toServer.at(-1)),
    statuses: () =>
      toServer.map(read).flatMap((message) => (message.kind === 'response' ? [message.status] : [])),
    /** The library answers the newest request. */
    answer(status: number, lines: readonly string[] = []) {
      const request = read(toLibrary.at(-1));
      const copied = ['via', 'from', 'call-id', 'cseq'].map((name) => `${name}: ${header(request, name)}`);
      const to = `To: ${header(request, 'to')}${/;tag=/.test(header(request, 'to') ?? '') ? '' : ';tag=lib'}`;
      front.send(frameOf([`SIP/2.0 ${status} x`, ...copied, to, ...lines]));
    },
  };
}

function readByLibrary(message: string): boolean {
  try {
    return Reflect.apply(parseByLibrary, undefined, [message, {}]) !== undefined;
  } catch {
    return false;
  }
}
