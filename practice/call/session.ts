import type { FinalReply, SipConnection } from '../sip/connection.ts';
import type { Dialog, RequestExtras } from '../sip/dialog.ts';
import type { SipMessage, SipRequest } from '../sip/message.ts';
import type { PracticeEnd, Timeline } from './milestone.ts';
import type { Voice } from './voice.ts';

/** Shared by practice calls to the agent and from the agent. */
export interface Session {
  readonly dialog: Dialog;
  readonly timeline: Timeline;
  readonly voice: Voice;
  state(): 'setting-up' | 'established' | 'ended';
  establish(): void;
  end(end: PracticeEnd): void;
  /** Sends over the connection on which the agent can be reached now; false if there is none. */
  send(message: SipMessage): boolean;
  /** Sends a new request inside the dialog and waits for its final response. */
  ask(method: string, extras?: RequestExtras): Promise<FinalReply>;
  askWith(request: SipRequest): Promise<FinalReply>;
  /** The agent was last heard on this connection. */
  receivedOn(connection: SipConnection): void;
  /** One offer at a time (RFC 3261 §14.2). */
  negotiating: boolean;
  heldByAgent: boolean;
  /** Set while an ACK with or without SDP is awaited. */
  onAck: ((ack: SipRequest) => void) | null;
  /** The transfer target, once it has answered. */
  transferredTo: string | null;
}

export interface SessionParts {
  readonly dialog: Dialog;
  readonly timeline: Timeline;
  readonly voice: Voice;
  readonly connection: SipConnection;
  readonly connectionFor: (contactUri: string) => SipConnection | undefined;
  readonly onEnd: () => void;
}

export function openSession(parts: SessionParts): Session {
  const { dialog, timeline, voice } = parts;
  let state: 'setting-up' | 'established' | 'ended' = 'setting-up';
  let last = parts.connection;
  const route = () => {
    const registered = parts.connectionFor(dialog.remoteTarget());
    return [registered, last].find((connection) => connection?.isOpen() === true);
  };
  const askWith = (request: SipRequest): Promise<FinalReply> =>
    route()?.request(request) ?? Promise.resolve({ ok: false, reason: 'connection-lost' });
  return {
    dialog,
    timeline,
    voice,
    negotiating: false,
    heldByAgent: false,
    onAck: null,
    transferredTo: null,
    state: () => state,
    establish() {
      if (state !== 'setting-up') return;
      state = 'established';
      timeline.record({ type: 'answered' });
    },
    end(end) {
      if (state === 'ended') return;
      state = 'ended';
      voice.close();
      timeline.record({ type: 'ended', end });
      parts.onEnd();
    },
    send(message) {
      const connection = route();
      connection?.send(message);
      return connection !== undefined;
    },
    ask: (method, extras) => askWith(dialog.build(method, extras)),
    askWith,
    receivedOn(connection) {
      last = connection;
    },
  };
}
