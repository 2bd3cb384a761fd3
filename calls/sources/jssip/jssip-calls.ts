import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { CallId } from '../../call-event.ts';
import type { Clock } from '../clock.ts';
import { header, type SipMessage, type SipRequest } from '../sip/message.ts';
import type { RefusedCall } from '../sip-front/front-needs.ts';
import type { SipFront } from '../sip-front/sip-front.ts';
import type { ActiveCall } from './active-call.ts';
import { beginInbound, beginOutbound, callerOf } from './begin-call.ts';
import { freshCallId } from './call-id.ts';
import { changedParty, isOfCall, messageOf } from './call-identity.ts';
import type { CallRegistry } from './call-registry.ts';
import { JssipCall } from './jssip-call.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { onTheWire, reportDialog } from './jssip-dialog.ts';
import { SESSION_EXPIRES_S, tendSessionTimer } from './jssip-session-timer.ts';
import { callIdOfRequest, isInbound } from './jssip-types.ts';
import { peerConfig } from './peer-config.ts';

interface CallParts {
  readonly ua: Pick<UA, 'call' | 'isConnected'>;
  readonly config: JssipSourceConfig;
  readonly clock: Clock;
  readonly registry: CallRegistry;
  readonly front: Pick<SipFront, 'arrived' | 'realAddress'>;
  readonly activeCall: Pick<ActiveCall, 'autoAnswer'>;
  /** What a relayed candidate takes, ms; null while none is known to come. */
  readonly relayMs: () => number | null;
}

/** The calls of a source: makes one of every session of JsSIP, or refuses it. */
export class JssipCalls {
  readonly #parts: CallParts;
  readonly #byId = new Map<CallId, JssipCall>();
  #sessionMicrophone: MediaStream | null = null;
  /** What the agent dialled, for the session that is just beginning. */
  #sessionDialled = '';
  /** The call that the session which is just beginning replaces. */
  #replacing: CallId | null = null;

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  /** Those that are not gone yet. */
  get byId(): ReadonlyMap<CallId, JssipCall> {
    return this.#byId;
  }

  startSession(target: string, microphone: MediaStream, dialled: string): void {
    this.#sessionMicrophone = microphone;
    this.#sessionDialled = dialled;
    const pcConfig = peerConfig(this.#parts.config, this.#parts.clock.now());
    this.#parts.ua.call(target, {
      mediaStream: microphone,
      pcConfig,
      sessionTimersExpires: SESSION_EXPIRES_S,
    });
  }

  adopt({ session, request }: RTCSessionEvent): void {
    const id = freshCallId(callIdOfRequest(request), (used) => this.#parts.registry.call(used) !== undefined);
    const replaced = this.#replacing;
    if (replaced === null && isInbound(session) && this.#turnsAway(id, session, request)) return;
    const call = new JssipCall({
      id,
      session,
      microphone: this.#sessionMicrophone,
      config: this.#parts.config,
      registry: this.#parts.registry,
      clock: this.#parts.clock,
      relayMs: this.#parts.relayMs(),
      isConnected: () => this.#parts.ua.isConnected(),
      onReplaced: (accept) => {
        this.#replacing = id;
        accept();
        this.#replacing = null;
      },
      onEnded: () => this.#byId.delete(id),
    });
    this.#sessionMicrophone = null;
    this.#byId.set(id, call);
    reportDialog(session, (dialog) => {
      const real = dialog === null ? null : onTheWire(dialog, (uri) => this.#parts.front.realAddress(uri));
      this.#parts.config.keepDialog?.(id, real);
    });
    tendSessionTimer(session, {
      clock: this.#parts.clock,
      isConnected: () => this.#parts.ua.isConnected(),
      reoffer: () => void call.recover(),
    });
    if (call.direction === 'outbound') beginOutbound(call, this.#sessionDialled, this.#parts.clock);
    else {
      beginInbound(call, messageOf(this.#parts.front.arrived, request), {
        ...{
          activeCall: this.#parts.activeCall,
          clock: this.#parts.clock,
          config: this.#parts.config,
          replaced,
        },
      });
    }
  }

  /** A message in a call may name another caller: a colleague transferred the call. */
  noteParty(message: SipMessage): void {
    if (!this.#parts.config.trustCallerIdentity) return;
    const call = [...this.#byId.values()].find(({ id }) => isOfCall(message, id));
    const remoteParty = call?.now === undefined ? null : changedParty(message, call.now);
    if (remoteParty !== null) call?.report({ type: 'remote-party-changed', remoteParty });
  }

  /** Refused at this moment, the call gets no 180: JsSIP sends it only after this event. */
  #turnsAway(id: CallId, session: RTCSession, request: RTCSessionEvent['request']): boolean {
    const { config } = this.#parts;
    const caller = callerOf(messageOf(this.#parts.front.arrived, request), config);
    const blocked = config.blocks?.(caller.remoteParty.number) ?? null;
    const sipStatus = blocked ?? config.turnAway();
    if (sipStatus === null) return false;
    session.terminate({ status_code: sipStatus });
    this.#parts.registry.record({
      ...{ type: 'turned-away', call: id, at: this.#parts.registry.now() },
      ...{ ...caller, sipStatus, ...(blocked !== null && { why: 'blocked' as const }) },
    });
    return true;
  }

  /** Could not have been answered: the agent learns that somebody called, and why it was silent. */
  refusedByFront(request: SipRequest, sipStatus: number, why: RefusedCall): void {
    const sipCallId = header(request, 'call-id') ?? '';
    const id = freshCallId(sipCallId, (used) => this.#parts.registry.call(used) !== undefined);
    this.#parts.registry.record({
      ...{ type: 'turned-away', call: id, at: this.#parts.registry.now() },
      ...{ ...callerOf(request, this.#parts.config), sipStatus, why },
    });
  }

  recover(): void {
    for (const call of this.#byId.values()) void call.recover();
  }

  connectionLost(): void {
    for (const call of this.#byId.values()) call.connectionLost();
  }

  hangUpAll(): void {
    for (const call of this.#byId.values()) call.end({ ask: 'hang-up' });
  }
}
