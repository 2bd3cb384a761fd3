import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallCommand, CommandResult } from '../../call-command.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource } from '../../call-source.ts';
import type { AbandonedEnd, Dialog } from '../../dialog.ts';
import type { Registration } from '../../fold-phone.ts';
import type { PhoneAccount } from '../../phone-account.ts';
import { browserClock, type Clock } from '../clock.ts';
import { header, type SipMessage, type SipRequest } from '../sip/message.ts';
import { endAbandoned } from '../sip-front/end-abandoned.ts';
import type { RefusedCall } from '../sip-front/front-needs.ts';
import { type Reachability, SelfCheck } from '../sip-front/self-check.ts';
import { SipFront } from '../sip-front/sip-front.ts';
import { turnServerAt } from '../turn-account.ts';
import { ActiveCall } from './active-call.ts';
import { beginInbound, beginOutbound, callerOf } from './begin-call.ts';
import { freshCallId } from './call-id.ts';
import { changedParty, isOfCall, messageOf } from './call-identity.ts';
import { CallRegistry } from './call-registry.ts';
import { handleCommand } from './handle-command.ts';
import { JssipCall } from './jssip-call.ts';
import { type JssipSourceConfig, REGISTRATION_TIMINGS, type RegistrationTimings } from './jssip-config.ts';
import { onTheWire, reportDialog } from './jssip-dialog.ts';
import { JssipRegistration } from './jssip-registration.ts';
import { SESSION_EXPIRES_S, tendSessionTimer } from './jssip-session-timer.ts';
import { JssipSocket } from './jssip-socket.ts';
import { callIdOfRequest, isInbound } from './jssip-types.ts';
import { contactUriOf, isReadable, userAgentOptions } from './jssip-user-agent.ts';
import { peerConfig } from './peer-config.ts';
import { ServerReturn } from './server-return.ts';
import { TurnCheck } from './turn-check.ts';

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
  readonly #turnCheck: TurnCheck;
  #sessionMicrophone: MediaStream | null = null;
  /** What the agent dialled, for the session that is just beginning. */
  #sessionDialled = '';
  /** The call that the session which is just beginning replaces. */
  #replacing: CallId | null = null;

  constructor(
    config: JssipSourceConfig,
    clock: Clock = browserClock,
    timings: RegistrationTimings = REGISTRATION_TIMINGS,
  ) {
    const { media: _, turnAway: __, isReady: ___, report: ____, iceBudgetMs: _____, ...rest } = config;
    const { keepDialog: ______, notice: _______, iceTransportPolicy: ________, ...account } = rest;
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
      onInCallMessage: (message) => this.#noteParty(message),
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
    this.#turnCheck = new TurnCheck({
      config: () => (config.turn ? { iceServers: [turnServerAt(config.turn, clock.now())] } : null),
      clock,
      onResult: ({ result }) => {
        config.notice?.('turn-refused', result === 'refused');
        config.notice?.('turn-unreachable', result === 'unreachable');
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
      startSession: (...session) => this.#startSession(...session),
    });
  }

  start(emit: (event: CallEvent | PhoneEvent) => void): void {
    this.#registry.emitTo(emit);
    this.#ua.on('connected', () => {
      this.#check.restart();
      this.#registration.connected();
      this.#turnCheck.check();
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
    this.#turnCheck.check();
  }

  endAbandoned(dialog: Dialog): Promise<AbandonedEnd> {
    return endAbandoned(this.#front.own, dialog);
  }

  stop(): Promise<void> {
    this.#serverReturn.stop();
    this.#turnCheck.stop();
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

  #startSession(target: string, microphone: MediaStream, dialled: string): void {
    this.#sessionMicrophone = microphone;
    this.#sessionDialled = dialled;
    const pcConfig = peerConfig(this.#config, this.#clock.now());
    this.#ua.call(target, { mediaStream: microphone, pcConfig, sessionTimersExpires: SESSION_EXPIRES_S });
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
      relayMs: this.#turnCheck.relayMs,
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
    reportDialog(session, (dialog) => {
      const real = dialog === null ? null : onTheWire(dialog, (uri) => this.#front.realAddress(uri));
      this.#config.keepDialog?.(id, real);
    });
    tendSessionTimer(session, {
      clock: this.#clock,
      isConnected: () => this.#ua.isConnected(),
      reoffer: () => void call.recover(),
    });
    if (call.direction === 'outbound') beginOutbound(call, this.#sessionDialled, this.#clock);
    else {
      beginInbound(call, messageOf(this.#front.arrived, request), {
        ...{ activeCall: this.#activeCall, clock: this.#clock, config: this.#config, replaced },
      });
    }
  }

  /** A message in a call may name another caller: a colleague transferred the call. */
  #noteParty(message: SipMessage): void {
    if (!this.#config.trustCallerIdentity) return;
    const call = [...this.#calls.values()].find(({ id }) => isOfCall(message, id));
    const remoteParty = call?.now === undefined ? null : changedParty(message, call.now);
    if (remoteParty !== null) call?.report({ type: 'remote-party-changed', remoteParty });
  }

  /** Refused at this moment, the call gets no 180: JsSIP sends it only after this event. */
  #turnsAway(id: CallId, session: RTCSession, request: RTCSessionEvent['request']): boolean {
    const sipStatus = this.#config.turnAway();
    if (sipStatus === null) return false;
    session.terminate({ status_code: sipStatus });
    this.#registry.record({
      ...{ type: 'turned-away', call: id, at: this.#registry.now() },
      ...{ ...callerOf(messageOf(this.#front.arrived, request), this.#config), sipStatus },
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
    this.#registry.record({
      ...{ type: 'turned-away', call: id, at: this.#registry.now() },
      ...{ ...callerOf(request, this.#config), sipStatus, why },
    });
  }

  #disconnected(): void {
    this.#front.disconnected();
    this.#registration.disconnected();
    for (const call of this.#calls.values()) call.connectionLost();
  }
}
