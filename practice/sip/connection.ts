import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { cseqOf } from '../../calls/sources/sip/cseq.ts';
import {
  header,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from '../../calls/sources/sip/message.ts';
import { parseMessage } from '../../calls/sources/sip/parse-message.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import { requestFault, viaBranch } from '../../calls/sources/sip/request-fault.ts';
import { writeMessage } from '../../calls/sources/sip/write-message.ts';

/** 64 × T1: timers B and F of RFC 3261 §17, after which no answer is expected. */
export const TRANSACTION_TIMEOUT_MS = 32_000;

export type FinalReply =
  | { readonly ok: true; readonly response: SipResponse }
  | { readonly ok: false; readonly reason: 'timeout' | 'connection-lost' };

export interface SipConnection {
  readonly id: number;
  isOpen(): boolean;
  send(message: SipMessage): void;
  /**
   * Sends a request and waits for its final response. Repeated 2xx to an INVITE go to
   * `repeatedSuccess`.
   */
  request(request: SipRequest, on?: ReplyListeners): Promise<FinalReply>;
}

export interface ReplyListeners {
  readonly provisional?: (response: SipResponse) => void;
  readonly repeatedSuccess?: (response: SipResponse) => void;
}

export interface ConnectionHost {
  readonly onRequest: (request: SipRequest, connection: SipConnection) => void;
  readonly onClose: (connection: SipConnection) => void;
  readonly log: (line: string) => void;
  /** False while the exchange is silent: frames are read and nothing is sent. */
  readonly isAnswering: () => boolean;
}

interface Pending {
  readonly on: ReplyListeners;
  readonly settle: (reply: FinalReply) => void;
  settled: boolean;
  timer: NodeJS.Timeout;
}

/**
 * A WebSocket as a SIP transport (RFC 7118) with its client transactions. No input makes it throw.
 */
export function openConnection(id: number, socket: WebSocket, host: ConnectionHost): SipConnection {
  const pending = new Map<string, Pending>();
  const isOpen = () => socket.readyState === socket.OPEN;
  const sendText = (text: string) => {
    if (isOpen() && host.isAnswering()) socket.send(text);
  };

  const connection: SipConnection = {
    id,
    isOpen,
    send: (message) => sendText(writeMessage(message)),
    request(request, on = {}) {
      const key = transactionKey(request);
      if (!isOpen()) return Promise.resolve({ ok: false, reason: 'connection-lost' });
      return new Promise((resolve) => {
        const entry: Pending = {
          on,
          settled: false,
          settle(reply) {
            entry.settled = true;
            clearTimeout(entry.timer);
            resolve(reply);
          },
          timer: setTimeout(() => {
            entry.settle({ ok: false, reason: 'timeout' });
            pending.delete(key);
          }, TRANSACTION_TIMEOUT_MS),
        };
        pending.set(key, entry);
        connection.send(request);
      });
    },
  };

  function handleResponse(response: SipResponse): void {
    const entry = pending.get(transactionKey(response));
    if (entry === undefined) {
      host.log(`#${id} response ${response.status} to no request of ours`);
    } else if (response.status < 200) {
      clearTimeout(entry.timer);
      entry.on.provisional?.(response);
    } else if (!entry.settled) {
      entry.settle({ ok: true, response });
    } else if (response.status < 300) {
      entry.on.repeatedSuccess?.(response);
    }
  }

  function handleRequest(request: SipRequest): void {
    const fault = requestFault(request);
    if (fault === null) {
      host.onRequest(request, connection);
      return;
    }
    host.log(`#${id} refused a ${request.method}: ${fault}`);
    const canReply = header(request, 'via') !== undefined && request.method !== 'ACK';
    if (canReply) connection.send(replyTo(request, 400, { reason: fault, toTag: newTag() }));
  }

  socket.on('message', (data, isBinary) => {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : String(data);
    if (isBinary && text.includes('\u0000')) return host.log(`#${id} dropped a binary frame`);
    if (text === '\r\n\r\n') return sendText('\r\n');
    if (text === '\r\n') return;
    const parsed = parseMessage(text);
    if (!parsed.ok) return host.log(`#${id} dropped a frame: ${parsed.reason}`);
    if (parsed.message.kind === 'request') handleRequest(parsed.message);
    else handleResponse(parsed.message);
  });
  socket.on('error', (error) => host.log(`#${id} socket error: ${error.message}`));
  socket.on('close', () => {
    for (const entry of pending.values())
      if (!entry.settled) entry.settle({ ok: false, reason: 'connection-lost' });
    pending.clear();
    host.onClose(connection);
  });
  return connection;
}

/** RFC 3261 §17.1.3: branch and method; a CANCEL has the branch of its INVITE. */
function transactionKey(message: SipMessage): string {
  const method = cseqOf(message)?.method ?? '';
  return `${viaBranch(header(message, 'via') ?? '') ?? ''} ${method}`;
}

export function newTag(): string {
  return randomBytes(6).toString('hex');
}

export function newBranch(): string {
  return `z9hG4bK${randomBytes(9).toString('hex')}`;
}
