import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallCommand, CommandResult } from '../../call-command.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource } from '../../call-source.ts';
import type { Registration } from '../../fold-phone.ts';
import type { PhoneAccount } from '../../phone-account.ts';
import { browserClock, type Clock } from '../clock.ts';
import { ActiveCall } from './active-call.ts';
import { freshCallId } from './call-id.ts';
import { CallRegistry } from './call-registry.ts';
import { handleCommand } from './handle-command.ts';
import { JssipCall } from './jssip-call.ts';
import { type JssipSourceConfig, REGISTRATION_TIMINGS, type RegistrationTimings } from './jssip-config.ts';
import { JssipRegistration, registerAnswerStatus } from './jssip-registration.ts';
import { JssipSocket } from './jssip-socket.ts';
import { callIdOfRequest, headerOf, isInbound, readQueueTime, remotePartyOf } from './jssip-types.ts';
import { userAgentOptions } from './jssip-user-agent.ts';

/** Time for the un-REGISTER and the BYEs to be answered before the connection is closed, ms. */
const STOP_TIMEOUT_MS = 2_500;

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
      url: config.server,
      clock,
      random: Math.random,
      onFrame: (frame) => {
        const status = registerAnswerStatus(frame);
        if (status !== null) this.#registration.answered(status);
      },
      onBadFrame: (error) => config.report({ problem: 'bad-frame', detail: String(error) }),
    });
    this.#ua = new UA(userAgentOptions(config, this.#socket));
    this.#registration = new JssipRegistration({
      port: {
        register: () => this.#ua.register(),
        refrain: () => this.#ua.unregister(),
        isConnected: () => this.#ua.isConnected(),
        isRegistered: () => this.#ua.isRegistered(),
        connection: this.#socket,
        random: Math.random,
        onRegistered: () => this.#recover(),
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
    this.#ua.on('connected', () => this.#registration.connected());
    this.#ua.on('disconnected', () => this.#disconnected());
    this.#ua.on('registrationFailed', ({ response }) => {
      const answer: typeof response | null = response;
      this.#registration.failed(answer?.status_code ?? null);
    });
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

  wake(): void {
    this.#registration.wake();
  }

  stop(): Promise<void> {
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
      // `progress` comes right after the 180 was sent: rings are counted from there.
      session.on('progress', () => {
        call.report({ type: 'ringing', remoteParty, queuedMs });
        if (this.#config.autoAnswer || replaced !== null) void this.#activeCall.autoAnswer(call, replaced);
      });
    } else {
      call.report({ type: 'dialling', remoteParty });
      session.on('progress', () => call.report({ type: 'remote-ringing' }));
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

  #disconnected(): void {
    this.#registration.disconnected();
    for (const call of this.#calls.values()) call.connectionLost();
  }
}
