import { UA } from 'jssip';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallCommand, CommandResult } from '../../call-command.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource } from '../../call-source.ts';
import type { AbandonedEnd, Dialog } from '../../dialog.ts';
import type { Registration } from '../../fold-phone.ts';
import type { PhoneAccount } from '../../phone-account.ts';
import { browserClock, type Clock } from '../clock.ts';
import type { Subscriber } from '../dialog-events/event-subscription.ts';
import { endAbandoned } from '../sip-front/end-abandoned.ts';
import { type Reachability, SelfCheck } from '../sip-front/self-check.ts';
import { SipFront } from '../sip-front/sip-front.ts';
import { turnServerAt } from '../turn-account.ts';
import { ActiveCall } from './active-call.ts';
import { answerEachChallenge } from './answer-each-challenge.ts';
import { CallRegistry } from './call-registry.ts';
import { handleCommand } from './handle-command.ts';
import { JssipCalls } from './jssip-calls.ts';
import { type JssipSourceConfig, REGISTRATION_TIMINGS, type RegistrationTimings } from './jssip-config.ts';
import { JssipRegistration } from './jssip-registration.ts';
import { JssipSocket } from './jssip-socket.ts';
import { contactUriOf, isReadable, userAgentOptions } from './jssip-user-agent.ts';
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
  readonly #clock: Clock;
  readonly #registry: CallRegistry;
  readonly #calls: JssipCalls;
  readonly #socket: JssipSocket;
  readonly #ua: UA;
  readonly #registration: JssipRegistration;
  readonly #activeCall: ActiveCall;
  readonly #front: SipFront;
  readonly #check: SelfCheck;
  readonly #serverReturn: ServerReturn;
  readonly #turnCheck: TurnCheck;

  constructor(
    config: JssipSourceConfig,
    clock: Clock = browserClock,
    timings: RegistrationTimings = REGISTRATION_TIMINGS,
  ) {
    const { media: _, turnAway: __, isReady: ___, report: ____, iceBudgetMs: _____, ...rest } = config;
    const { keepDialog: ______, notice: _______, iceTransportPolicy: ________, ...others } = rest;
    const { blocks: _________, ...account } = others;
    this.account = account;
    this.#clock = clock;
    this.#registry = new CallRegistry(clock);
    this.#socket = new JssipSocket({
      urls: [config.server, ...(config.fallbackServers ?? [])],
      clock,
      random: Math.random,
      onFrame: (data) => this.#front.receive(data),
      onMessage: (message) => this.#front.send(message),
    });
    answerEachChallenge();
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
      onRefusedCall: (request, status, why) => this.#calls.refusedByFront(request, status, why),
      onInCallMessage: (message) => this.#calls.noteParty(message),
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
      isIdle: () => this.#calls.byId.size === 0,
      onStable: () => this.#socket.returnToFirst(),
    });
    this.#registration = new JssipRegistration({
      port: {
        register: () => this.#ua.register(),
        isConnected: () => this.#ua.isConnected(),
        isRegistered: () => this.#ua.isRegistered(),
        connection: this.#socket,
        random: Math.random,
        onRegistered: () => this.#calls.recover(),
        onConfirmed: () => this.#check.due(),
        record: (event) => this.#registry.record(event),
      },
      clock,
      timings,
    });
    this.#calls = new JssipCalls({
      ...{ ua: this.#ua, config, clock, registry: this.#registry, front: this.#front },
      activeCall: { autoAnswer: (...call) => this.#activeCall.autoAnswer(...call) },
      relayMs: () => this.#turnCheck.relayMs,
    });
    this.#activeCall = new ActiveCall({
      ua: this.#ua,
      config,
      registry: this.#registry,
      calls: this.#calls.byId,
      clock,
      startSession: (...session) => this.#calls.startSession(...session),
    });
  }

  /** For subscriptions over this registration. */
  get subscriber(): Subscriber {
    return {
      send: (request, limitMs) => this.#front.own.send(request, limitMs),
      expectNotify: (callId, handle) => this.#front.expectNotify(callId, handle),
      contact: () => this.#front.realAddress(contactUriOf(this.#ua)),
    };
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
    this.#ua.on('newRTCSession', (event: RTCSessionEvent) => this.#calls.adopt(event));
    this.#ua.start();
  }

  command(command: CallCommand): Promise<CommandResult> {
    return handleCommand(command, {
      activeCall: this.#activeCall,
      calls: this.#calls.byId,
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
    this.#calls.hangUpAll();
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

  #disconnected(): void {
    this.#front.disconnected();
    this.#registration.disconnected();
    this.#calls.connectionLost();
  }
}
