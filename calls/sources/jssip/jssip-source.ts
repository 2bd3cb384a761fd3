import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallCommand, CommandResult } from '../../call-command.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource } from '../../call-source.ts';
import type { Registration } from '../../fold-phone.ts';
import type { PhoneAccount } from '../../phone-account.ts';
import { browserClock, type Clock } from '../clock.ts';
import { userOf } from '../sip/address.ts';
import { header, type SipRequest } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import type { RefusedCall } from '../sip-front/front-needs.ts';
import { type Reachability, SelfCheck } from '../sip-front/self-check.ts';
import { SipFront } from '../sip-front/sip-front.ts';
import { ActiveCall } from './active-call.ts';
import { freshCallId } from './call-id.ts';
import { CallRegistry } from './call-registry.ts';
import { calledNumbersOf } from './called-numbers-of.ts';
import { handleCommand } from './handle-command.ts';
import { JssipCall } from './jssip-call.ts';
import { type JssipSourceConfig, REGISTRATION_TIMINGS, type RegistrationTimings } from './jssip-config.ts';
import { JssipRegistration } from './jssip-registration.ts';
import { JssipSocket } from './jssip-socket.ts';
import {
  callIdOfRequest,
  headerOf,
  isInbound,
  LONGEST_NAME,
  readQueueTime,
  remotePartyOf,
} from './jssip-types.ts';
import { contactUriOf, isReadable, userAgentOptions } from './jssip-user-agent.ts';
import { reportProgress } from './outbound-progress.ts';
import { ServerReturn } from './server-return.ts';

/** Time for the un-REGISTER and the BYEs to be answered before the connection is closed, ms. */
const STOP_TIMEOUT_MS = 2_500;

function randomToken(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/** A SIP account over a WebSocket, through JsSIP. */
export class JssipSource implements CallSource {
  readonly id = 'sip';
  readonly account: PhoneAccount;
  readonly #config: JssipSourceConfig;
  readonly #clock: Clock;
  readonly #registry: CallRegistry;
  readonly #calls = new Map<CallId, JssipCall>();
  readonly #socket: JssipSocket;
  readonly #ua: UA;
  readonly #registration: JssipRegistration;
  readonly #activeCall: ActiveCall;
  readonly #front: SipFront;
  readonly #check: SelfCheck;
  readonly #serverReturn: ServerReturn;
  #sessionMicrophone: MediaStream | null = null;
  /** The call that the session which is just beginning replaces. */
  #replacing: CallId | null = null;

  constructor(
    config: JssipSourceConfig,
    clock: Clock = browserClock,
    timings: RegistrationTimings = REGISTRATION_TIMINGS,
  ) {
    const { media: _, turnAway: __, report: ___, iceBudgetMs: ____, ...account } = config;
    this.account = account;
    this.#config = config;
    this.#clock = clock;
    this.#registry = new CallRegistry(clock);
    this.#socket = new JssipSocket({
      urls: [config.server, ...(config.fallbackServers ?? [])],
      clock,
      random: Math.random,
      onFrame: (data) => this.#front.receive(data),
      onMessage: (message) => this.#front.send(message),
    });
    this.#ua = new UA(userAgentOptions(config, this.#socket));
    this.#front = new SipFront({
      account: config,
      clock,
      token: randomToken,
      toServer: (frame) => this.#socket.transmit(frame),
      toLibrary: (message) => this.#socket.ondata(message),
      isReadable: (message) => isReadable(message, this.#ua),
      libraryUri: () => contactUriOf(this.#ua),
      onProblem: (problem, detail) => config.report({ problem, detail }),
      onRegistrarAnswer: (answer) => this.#registration.answered(answer),
      onRefusedCall: (request, status, why) => this.#refusedByFront(request, status, why),
      onInCallMessage: () => {},
    });
    this.#check = new SelfCheck({
      account: config,
      clock,
      token: randomToken,
      front: this.#front,
      onResult: (reachability) => {
        if (reachability !== 'unproved') this.#registration.checked(reachability === 'proved');
      },
    });
    this.#serverReturn = new ServerReturn({
      clock,
      url: config.server,
      isOnFirstServer: () => this.#socket.isOnFirstServer,
      isIdle: () => this.#calls.size === 0,
      onStable: () => this.#socket.returnToFirst(),
    });
    this.#registration = new JssipRegistration({
      port: {
        register: () => this.#ua.register(),
        isConnected: () => this.#ua.isConnected(),
        isRegistered: () => this.#ua.isRegistered(),
        connection: this.#socket,
        random: Math.random,
        onRegistered: () => this.#recover(),
        onConfirmed: () => this.#check.due(),
        record: (event) => this.#registry.record(event),
      },
      clock,
      timings,
    });
    this.#activeCall = new ActiveCall({
      ua: this.#ua,
      config,
      registry: this.#registry,
      calls: this.#calls,
      clock,
      startSession: (target, microphone) => this.#startSession(target, microphone),
    });
  }

  start(emit: (event: CallEvent | PhoneEvent) => void): void {
    this.#registry.emitTo(emit);
    this.#ua.on('connected', () => {
      this.#check.restart();
      this.#registration.connected();
    });
    this.#ua.on('disconnected', () => this.#disconnected());
    this.#ua.on('registrationFailed', ({ response }) => {
      // The front reports every answer; what is left are REGISTERs without one.
      const answer: typeof response | null = response;
      if (answer === null) this.#registration.unanswered();
    });
    this.#serverReturn.start();
    this.#ua.on('newRTCSession', (event: RTCSessionEvent) => this.#adopt(event));
    this.#ua.start();
  }

  command(command: CallCommand): Promise<CommandResult> {
    return handleCommand(command, {
      activeCall: this.#activeCall,
      calls: this.#calls,
      isConnected: () => this.#ua.isConnected(),
    });
  }

  get registration(): Registration {
    return this.#registry.registration;
  }

  get lastConfirmedAt(): Instant | null {
    return this.#registration.lastConfirmedAt;
  }

  get reachability(): Reachability {
    return this.#check.reachability;
  }

  wake(): void {
    this.#registration.wake();
  }

  stop(): Promise<void> {
    this.#serverReturn.stop();
    this.#registration.stop();
    for (const call of this.#calls.values()) call.end({ ask: 'hang-up' });
    return new Promise((resolve) => {
      const cancel = this.#clock.after(STOP_TIMEOUT_MS, resolve);
      const done = () => {
        cancel();
        resolve();
      };
      // JsSIP closes the socket two seconds later; all messages have been sent by then.
      this.#ua.on('unregistered', done);
      this.#ua.on('disconnected', done);
      this.#ua.stop();
    });
  }

  #startSession(target: string, microphone: MediaStream): void {
    this.#sessionMicrophone = microphone;
    const pcConfig = { iceServers: [...this.#config.iceServers] };
    this.#ua.call(target, { mediaStream: microphone, pcConfig });
  }

  #adopt({ session, request }: RTCSessionEvent): void {
    const id = freshCallId(callIdOfRequest(request), (used) => this.#registry.call(used) !== undefined);
    const replaced = this.#replacing;
    if (replaced === null && isInbound(session) && this.#turnsAway(id, session, request)) return;
    const call = new JssipCall({
      id,
      session,
      microphone: this.#sessionMicrophone,
      config: this.#config,
      registry: this.#registry,
      clock: this.#clock,
      isConnected: () => this.#ua.isConnected(),
      onReplaced: (accept) => {
        this.#replacing = id;
        accept();
        this.#replacing = null;
      },
      onEnded: () => this.#calls.delete(id),
    });
    this.#sessionMicrophone = null;
    this.#calls.set(id, call);
    const remoteParty = remotePartyOf(session);
    if (call.direction === 'inbound') {
      const queuedMs = readQueueTime(headerOf(request, this.#config.queueTimeHeader));
      const calledNumbers = calledNumbersOf(this.#front.arrived, this.#config.calledNumber);
      // `progress` comes right after the 180 was sent: rings are counted from there.
      session.on('progress', () => {
        call.report({ type: 'ringing', remoteParty, queuedMs, ...calledNumbers });
        if (this.#config.autoAnswer || replaced !== null) void this.#activeCall.autoAnswer(call, replaced);
      });
    } else {
      call.report({ type: 'dialling', remoteParty });
      reportProgress(call, this.#clock);
    }
  }

  /** Refused at this moment, the call gets no 180: JsSIP sends it only after this event. */
  #turnsAway(id: CallId, session: RTCSession, request: RTCSessionEvent['request']): boolean {
    const sipStatus = this.#config.turnAway();
    if (sipStatus === null) return false;
    session.terminate({ status_code: sipStatus });
    const remoteParty = remotePartyOf(session);
    const queuedMs = readQueueTime(headerOf(request, this.#config.queueTimeHeader));
    this.#registry.record({
      ...{ type: 'turned-away', call: id, at: this.#registry.now() },
      ...{ remoteParty, queuedMs, sipStatus },
    });
    return true;
  }

  #recover(): void {
    for (const call of this.#calls.values()) void call.recover();
  }

  /** Could not have been answered: the agent learns that somebody called, and why it was silent. */
  #refusedByFront(request: SipRequest, sipStatus: number, why: RefusedCall): void {
    const sipCallId = header(request, 'call-id') ?? '';
    const id = freshCallId(sipCallId, (used) => this.#registry.call(used) !== undefined);
    const from = readNameAddress(header(request, 'from') ?? '');
    const remoteParty = {
      number: (from === null ? '' : (userOf(from.uri) ?? '')).slice(0, LONGEST_NAME),
      displayName: from?.displayName?.slice(0, LONGEST_NAME) ?? null,
    };
    const queuedMs = readQueueTime(header(request, (this.#config.queueTimeHeader ?? '').toLowerCase()));
    this.#registry.record({
      ...{ type: 'turned-away', call: id, at: this.#registry.now() },
      ...{ remoteParty, queuedMs, sipStatus, why },
    });
  }

  #disconnected(): void {
    this.#front.disconnected();
    this.#registration.disconnected();
    for (const call of this.#calls.values()) call.connectionLost();
  }
}
