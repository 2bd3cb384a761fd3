import type { SipMessage, SipRequest } from '../../calls/sources/sip/message.ts';
import type { FinalReply, SipConnection } from '../sip/connection.ts';
import type { Dialog, RequestExtras } from '../sip/dialog.ts';
import type { PracticeEnd, Timeline } from './milestone.ts';
import type { Voice } from './voice.ts';

/** What practice calls in both directions and their in-call requests share. */
export interface Session {
  readonly dialog: Dialog;
  readonly timeline: Timeline;
  readonly voice: Voice;
  state(): 'setting-up' | 'established' | 'ended';
  establish(): void;
  end(end: PracticeEnd): void;
  /** Sends over the agent's current connection; false if there is none. */
  send(message: SipMessage): boolean;
  /** Sends a request inside the dialog and waits for its final response. */
  ask(method: string, extras?: RequestExtras): Promise<FinalReply>;
  askWith(request: SipRequest): Promise<FinalReply>;
  /** Remembers the connection of the agent's last message. */
  receivedOn(connection: SipConnection): void;
  /** One offer at a time (RFC 3261 §14.2). */
  negotiating: boolean;
  heldByAgent: boolean;
  /** Set while an ACK is expected, with or without SDP. */
  onAck: ((ack: SipRequest) => void) | null;
  /** The number to which the agent transferred the call, after the target has answered. */
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
