import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallCommand, CommandResult } from '../call-command.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from '../call-event.ts';
import type { CallSource } from '../call-source.ts';
import { freshCallId } from './call-id.ts';
import { CallLedger } from './call-ledger.ts';
import { browserClock, type Clock } from './clock.ts';
import { JssipCall } from './jssip-call.ts';
import { type JssipSourceConfig, REGISTRATION_TIMINGS, type RegistrationTimings } from './jssip-config.ts';
import { carryOut } from './jssip-desk.ts';
import { JssipFloor } from './jssip-floor.ts';
import { JssipRegistration } from './jssip-registration.ts';
import { JssipSocket } from './jssip-socket.ts';
import { callIdOfRequest, headerOf, isInbound, remotePartyOf } from './jssip-types.ts';
import { userAgentOptions } from './jssip-user-agent.ts';
import { readQueueTime } from './queue-time.ts';
import { registerAnswerStatus } from './register-answer.ts';

/** Time for the un-REGISTER and the BYEs to be answered before the connection is left alone, ms. */
const STOP_TIMEOUT_MS = 2_500;

/** A SIP account over a WebSocket, through JsSIP. */
export class JssipSource implements CallSource {
  readonly #config: JssipSourceConfig;
  readonly #clock: Clock;
  readonly #ledger: CallLedger;
  readonly #calls = new Map<CallId, JssipCall>();
  readonly #socket: JssipSocket;
  readonly #ua: UA;
  readonly #registration: JssipRegistration;
  readonly #floor: JssipFloor;
  #lent: MediaStream | null = null;
  /** The call in whose place the session that is just beginning comes. */
  #replacing: CallId | null = null;

  constructor(
    config: JssipSourceConfig,
    clock: Clock = browserClock,
    timings: RegistrationTimings = REGISTRATION_TIMINGS,
  ) {
    this.#config = config;
    this.#clock = clock;
    this.#ledger = new CallLedger(clock);
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
        record: (event) => this.#ledger.record(event),
      },
      clock,
      timings,
    });
    this.#floor = new JssipFloor({
      ua: this.#ua,
      config,
      ledger: this.#ledger,
      calls: this.#calls,
      startSession: (target, microphone) => this.#startSession(target, microphone),
    });
  }

  start(emit: (event: CallEvent | PhoneEvent) => void): void {
    this.#ledger.tellTo(emit);
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
    return carryOut(command, {
      floor: this.#floor,
      calls: this.#calls,
      isConnected: () => this.#ua.isConnected(),
    });
  }

  /** Time of the registrar's last good answer; null before the first. */
  get lastConfirmedAt(): Instant | null {
    return this.#registration.lastConfirmedAt;
  }

  /** The network changed, came back, or the machine woke up: asks the registrar now instead of at the next turn. */
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
      // The library keeps the socket for two seconds more; what had to be said has been said by then.
      this.#ua.on('unregistered', done);
      this.#ua.on('disconnected', done);
      this.#ua.stop();
    });
  }

  #startSession(target: string, microphone: MediaStream): void {
    this.#lent = microphone;
    const pcConfig = { iceServers: [...this.#config.iceServers] };
    this.#ua.call(target, { mediaStream: microphone, pcConfig });
  }

  #adopt({ session, request }: RTCSessionEvent): void {
    const id = freshCallId(callIdOfRequest(request), (taken) => this.#ledger.call(taken) !== undefined);
    const replaced = this.#replacing;
    if (replaced === null && isInbound(session) && this.#turnsAway(id, session, request)) return;
    const call = new JssipCall({
      id,
      session,
      microphone: this.#lent,
      config: this.#config,
      ledger: this.#ledger,
      clock: this.#clock,
      isConnected: () => this.#ua.isConnected(),
      onReplaced: (accept) => {
        this.#replacing = id;
        accept();
        this.#replacing = null;
      },
      onEnded: () => this.#calls.delete(id),
    });
    this.#lent = null;
    this.#calls.set(id, call);
    const remoteParty = remotePartyOf(session);
    if (call.direction === 'inbound') {
      const queuedMs = readQueueTime(headerOf(request, this.#config.queueTimeHeader));
      // Comes right after the 180 has gone out: rings are counted from there.
      session.on('progress', () => {
        call.tell({ type: 'ringing', remoteParty, queuedMs });
        if (this.#config.autoAnswer || replaced !== null) void this.#floor.autoAnswer(call, replaced);
      });
    } else {
      call.tell({ type: 'dialling', remoteParty });
      session.on('progress', () => call.tell({ type: 'remote-ringing' }));
    }
  }

  /** Refused here, the call gets no 180: the library looks for that right after it has told of the session. */
  #turnsAway(id: CallId, session: RTCSession, request: RTCSessionEvent['request']): boolean {
    const sipStatus = this.#config.turnAway();
    if (sipStatus === null) return false;
    session.terminate({ status_code: sipStatus });
    const remoteParty = remotePartyOf(session);
    const queuedMs = readQueueTime(headerOf(request, this.#config.queueTimeHeader));
    this.#ledger.record({
      ...{ type: 'turned-away', call: id, at: this.#ledger.now() },
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
