import { UA, WebSocketInterface } from 'jssip';
import { parseMessage } from 'jssip/lib/Parser';
import { Registerer, UserAgent } from 'sip.js';
import { Parser } from 'sip.js/lib/core/messages/parser.js';
import { JssipSource } from '../../../calls/sources/jssip/jssip-source.ts';
import { decodeFrame } from '../../../calls/sources/sip-front/decode-frame.ts';
import { readFrame } from '../../../calls/sources/sip-front/read-frame.ts';

export interface SipSubject {
  readonly name: 'ours' | 'JsSIP' | 'SIP.js';
  /** Host of its socket, which must differ from those of the others. */
  readonly host: string;
  start(): void;
  parse(frame: string): unknown;
}

const DOMAIN = 'example.com';
const PASSWORD = 'practice-1';

/** The product's source: the front, and JsSIP behind it. */
function ours(): SipSubject {
  const host = 'ours.example.com';
  return {
    ...{ name: 'ours', host },
    parse: (frame) => readFrame(decodeFrame(frame) ?? ''),
    start() {
      const source = new JssipSource({
        server: `ws://${host}`,
        domain: DOMAIN,
        user: 'agent',
        credentials: { kind: 'password', password: PASSWORD },
        displayName: null,
        iceServers: [],
        iceBudgetMs: 50,
        dtmf: 'rfc4733',
        autoAnswer: false,
        queueTimeHeader: null,
        trustCallerIdentity: true,
        answerOnRequest: false,
        isReady: () => true,
        media: {
          getMicrophone: async () => ({ ok: false, reason: 'no-microphone' }),
          playRemote() {},
          release() {},
        },
        turnAway: () => null,
        report() {},
      });
      source.start(() => {});
    },
  };
}

function stockJssip(): SipSubject {
  const host = 'jssip.example.com';
  const options = { uri: `sip:agent@${DOMAIN}`, password: PASSWORD, session_timers: false };
  const agent = new UA({ ...options, sockets: [new WebSocketInterface(`ws://${host}`)] });
  // Without a listener JsSIP answers an INVITE 405.
  agent.on('newRTCSession', () => {});
  return { name: 'JsSIP', host, parse: (frame) => parseMessage(frame, agent), start: () => agent.start() };
}

function stockSipjs(): SipSubject {
  const host = 'sipjs.example.com';
  const logger = { warn() {}, error() {} };
  return {
    ...{ name: 'SIP.js', host },
    parse: (frame) => Parser.parseMessage(frame, logger),
    start() {
      const uri = UserAgent.makeURI(`sip:agent@${DOMAIN}`);
      if (uri === undefined) throw new Error('SIP.js cannot read the account.');
      const agent = new UserAgent({
        uri,
        authorizationUsername: 'agent',
        authorizationPassword: PASSWORD,
        logLevel: 'error',
        logBuiltinEnabled: false,
        transportOptions: { server: `ws://${host}` },
        sessionDescriptionHandlerFactoryOptions: {},
        delegate: { onInvite: (invitation) => void invitation.progress() },
      });
      void agent.start().then(() => new Registerer(agent).register());
    },
  };
}

export const sipSubjects: readonly (() => SipSubject)[] = [ours, stockJssip, stockSipjs];
