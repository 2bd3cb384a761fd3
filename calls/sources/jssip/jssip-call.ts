import type { RTCSession } from 'jssip/lib/RTCSession';
import type { Call } from '../../call.ts';
import type { CommandResult } from '../../call-command.ts';
import type { CallEnd, FailureCause } from '../../call-end.ts';
import type { CallEvent, CallId } from '../../call-event.ts';
import { within } from '../../timing/within.ts';
import type { Clock } from '../clock.ts';
import { CallEnding } from './call-ending.ts';
import type { CallRegistry } from './call-registry.ts';
import { checkAnswers } from './check-answers.ts';
import { closeWhenQuiet } from './close-when-quiet.ts';
import { guardRequests } from './guard-requests.ts';
import { holdInAnswers } from './hold-in-answers.ts';
import { iceBudget } from './ice-budget.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { tendMedia } from './jssip-media.ts';
import { reoffer } from './jssip-reoffer.ts';
import { isInbound, onReplaced } from './jssip-types.ts';
import { LIMITS } from './limits.ts';
import { isCut } from './media-watch.ts';
import { peerConfig } from './peer-config.ts';
import { refreshTarget } from './refresh-target.ts';
import { sdpForBrowser } from './sdp-for-browser.ts';
import { watchSetUp } from './set-up-watch.ts';
import type { AskedEnd } from './sip-cause.ts';

type EventHere = CallEvent extends infer E ? (E extends CallEvent ? Omit<E, 'call' | 'at'> : never) : never;

interface JssipCallOptions {
  readonly id: CallId;
  readonly session: RTCSession;
  readonly config: JssipSourceConfig;
  readonly registry: CallRegistry;
  readonly clock: Clock;
  /** What a relayed candidate takes, ms; null while none is known to come. */
  readonly relayMs: number | null;
  /** The stream of an outbound session; null for an inbound one. */
  readonly microphone: MediaStream | null;
  readonly isConnected: () => boolean;
  /** The other side replaces this call by another one; `accept` lets that one ring. */
  readonly onReplaced: (accept: () => void) => void;
  readonly onEnded: () => void;
}

/** Reports one RTCSession as call events, and carries out commands on it. */
export class JssipCall {
  readonly id: CallId;
  readonly session: RTCSession;
  #isOver = false;
  readonly #settled: Promise<void>;
  readonly #options: JssipCallOptions;
  readonly #ending: CallEnding;
  readonly #setUp: { readonly answering: () => void };
  #microphone: MediaStream | null;

  constructor(options: JssipCallOptions) {
    const { id, session, config, clock } = options;
    this.id = id;
    this.session = session;
    this.#options = options;
    this.#microphone = options.microphone;
    const onCandidate = iceBudget({
      hasServers: (peerConfig(config, clock.now()).iceServers ?? []).length > 0,
      ...{ budgetMs: config.iceBudgetMs, relayMs: options.relayMs, clock },
    });
    session.on('icecandidate', ({ candidate, ready }) => onCandidate(candidate.type, ready));
    session.on('peerconnection', ({ peerconnection }) => this.#listenTo(peerconnection));
    this.#ending = new CallEnding({
      session,
      now: () => this.now,
      isConnected: options.isConnected,
      report: config.report,
      onOver: (end) => this.#leave(end),
      onGone: options.onEnded,
    });
    this.#settled = new Promise((resolve) => session.on('confirmed', () => resolve()));
    guardRequests({ session, clock, onStuck: () => this.letGo('stuck') });
    session.on('sdp', (event) => {
      if (String(event.originator) !== 'remote' || event.sdp === '') return;
      event.sdp = sdpForBrowser(event.sdp, String(event.type) === 'offer' ? 'offer' : 'answer');
    });
    this.#setUp = watchSetUp({ session, clock, letGo: (cause) => this.letGo(cause) });
    checkAnswers(session, (cause) => this.expect({ ask: 'let-go', cause }));
    holdInAnswers(session);
    refreshTarget(session);
    session.on('accepted', () => this.report({ type: 'answered' }));
    session.on('hold', ({ originator }) => this.#reportRemoteHold('held', originator));
    session.on('unhold', ({ originator }) => this.#reportRemoteHold('resumed', originator));
    session.on('muted', () => this.report({ type: 'muted' }));
    session.on('unmuted', () => this.report({ type: 'unmuted' }));
    onReplaced(session, (accept) => {
      this.expect({ ask: 'replaced' });
      options.onReplaced(accept);
    });
    // An outbound session has its connection before its event can be observed.
    if (this.direction === 'outbound') this.#listenTo(session.connection);
  }

  /** The call as reported so far. */
  get now(): Call | undefined {
    return this.#options.registry.call(this.id);
  }

  get direction(): 'inbound' | 'outbound' {
    return isInbound(this.session) ? 'inbound' : 'outbound';
  }

  get config(): JssipSourceConfig {
    return this.#options.config;
  }

  get clock(): Clock {
    return this.#options.clock;
  }

  report(event: EventHere): void {
    // The library goes on with what it had begun, such as an answer that arrived before the BYE.
    if (this.#isOver) return;
    const { registry } = this.#options;
    registry.record({ ...event, call: this.id, at: registry.now() });
  }

  /**
   * Waits, but not for long, until the answer is confirmed (ACK) or the call has ended. No request
   * is sent in the dialog before: until the 200 arrives, the other side does not know the dialog
   * (RFC 3261 §13.2.2.4), and JsSIP refuses its NOTIFYs.
   */
  async settle(): Promise<boolean> {
    const outcome = Promise.race([this.#settled, this.#ending.over]);
    return (await within(LIMITS.settledMs, outcome, this.clock)).inTime;
  }

  answer(stream: MediaStream, by: 'agent' | 'auto'): void {
    this.#microphone = stream;
    this.report({ type: 'answering', by });
    this.#setUp.answering();
    const { config, clock } = this.#options;
    try {
      this.session.answer({
        mediaStream: stream,
        pcConfig: peerConfig(config, clock.now()),
        // For an INVITE without an offer (RFC 3261 §13.2.1), which JsSIP else never answers.
        rtcOfferConstraints: { offerToReceiveAudio: true },
      });
    } catch (error) {
      // The browser makes no connection: too many are open, or a server's address is wrong.
      config.report({ problem: 'session-failed', detail: String(error) });
      this.letGo('media-failed');
    }
  }

  /** Ends the call, in whatever state it is; `asked` decides how the end is reported. */
  end(asked: AskedEnd): void {
    this.#ending.end(asked);
  }

  /**
   * The call cannot be set up, changed or kept: it ends with the reason, and the next one works.
   */
  letGo(cause: FailureCause): void {
    this.end({ ask: 'let-go', cause });
  }

  /** Sets how an end from the other side is reported. The returned function takes it back. */
  expect(asked: AskedEnd): () => void {
    return this.#ending.expect(asked);
  }

  /**
   * Ends a call that is not answered. An answered one goes on: its audio has its own connection.
   */
  connectionLost(): void {
    if (this.now?.state !== 'established') this.letGo('connection-lost');
  }

  /**
   * The connection is back: sends the BYE that is due, or a new offer with this phone's address.
   */
  async recover(): Promise<void> {
    if (this.#ending.isOver) this.end({ ask: 'hang-up' });
    else await this.#offerAsItIs();
  }

  /** Re-offers the call as it is, with an ICE restart (RFC 8839 §4.4.1.1.1) if its audio is cut. */
  async #offerAsItIs(): Promise<void> {
    if (this.now?.state !== 'established') return;
    const isRestart = isCut(this.session.connection);
    const { config, clock } = this.#options;
    // Those of the beginning of the call may have expired.
    if (isRestart && config.turn) this.session.connection.setConfiguration(peerConfig(config, clock.now()));
    await this.#reoffer(this.now.hold.local !== null, () => {}, isRestart);
  }

  hold(): Promise<CommandResult> {
    return this.#reoffer(true, () => this.report({ type: 'held', holdOriginator: 'local' }));
  }

  resume(): Promise<CommandResult> {
    return this.#reoffer(false, () => this.report({ type: 'resumed', holdOriginator: 'local' }));
  }

  async #reoffer(localHold: boolean, onAgreed: () => void, iceRestart = false): Promise<CommandResult> {
    if (!(await this.settle())) return { ok: false, reason: 'timed-out' };
    return reoffer({
      ...{ session: this.session, localHold, iceRestart, clock: this.clock, onAgreed },
      over: this.#ending.over,
      onStuck: () => this.letGo('stuck'),
    });
  }

  #reportRemoteHold(type: 'held' | 'resumed', originator: unknown): void {
    if (String(originator) === 'remote') this.report({ type, holdOriginator: 'remote' });
  }

  #listenTo(connection: RTCPeerConnection): void {
    closeWhenQuiet(connection, this.clock);
    tendMedia({
      ...{ id: this.id, session: this.session, connection, config: this.#options.config, clock: this.clock },
      microphone: () => this.#microphone,
      onMicrophone: (stream) => {
        this.#microphone = stream;
      },
      isOver: () => this.#ending.isOver,
      // Without a connection an offer would end the call; `recover` offers after a reconnect.
      onCut: () => this.#options.isConnected() && void this.#offerAsItIs(),
      onLost: () => this.letGo('media-lost'),
    });
  }

  /** The agent leaves the call: microphone and earpiece are free. */
  #leave(end: CallEnd): void {
    this.report({ type: 'ended', end });
    this.#isOver = true;
    for (const { track } of this.session.connection?.getSenders() ?? []) track?.stop();
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    const { media, notice } = this.#options.config;
    notice?.('microphone-lost', false, this.id);
    notice?.('microphone-muted', false, this.id);
    media.release(this.id);
  }
}
