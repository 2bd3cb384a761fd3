import { header, type SipRequest } from '../../calls/sources/sip/message.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import { ALLOW } from './invite-parts.ts';
import { answerAgain } from './renegotiate.ts';
import type { Session } from './session.ts';
import { handleRefer, type TransferHost } from './transfer.ts';

export interface InDialogHost {
  /** Contact of the exchange. */
  readonly contact: string;
  readonly transfers: TransferHost;
}

/** Handles requests of the agent's phone inside a call. */
export function handleInDialogRequest(session: Session, request: SipRequest, host: InDialogHost): void {
  const toTag = session.dialog.localTag;
  const reply = (status: number) => session.send(replyTo(request, status, { toTag }));
  switch (request.method) {
    case 'ACK': {
      const onAck = session.onAck;
      session.onAck = null;
      onAck?.(request);
      return;
    }
    case 'BYE': {
      reply(200);
      const target = session.transferredTo;
      session.end(target === null ? { how: 'hung-up', by: 'agent' } : { how: 'transferred', target });
      return;
    }
    case 'UPDATE':
      // Without SDP it only refreshes a session timer (RFC 4028), as JsSIP does every 45 s.
      if (request.body === '') {
        reply(200);
        return;
      }
      session.dialog.learn(request);
      void answerAgain(session, request, host.contact);
      return;
    case 'INVITE':
      session.dialog.learn(request);
      void answerAgain(session, request, host.contact);
      return;
    case 'INFO':
      handleInfo(session, request);
      reply(200);
      return;
    case 'REFER':
      void handleRefer(session, request, host.transfers);
      return;
    case 'OPTIONS':
    case 'NOTIFY':
    case 'MESSAGE':
      reply(200);
      return;
    default:
      session.send(replyTo(request, 405, { toTag, headers: [{ name: 'allow', value: ALLOW }] }));
  }
}

/**
 * `application/dtmf-relay` (Signal=5) and `application/dtmf` (5): key presses of phones without RFC
 * 4733.
 */
function handleInfo(session: Session, request: SipRequest): void {
  const type = (header(request, 'content-type') ?? '').toLowerCase();
  if (!type.startsWith('application/dtmf')) return;
  const tone = /^(?:\s*signal\s*=\s*)?([0-9*#A-D])\s*$/im.exec(request.body)?.[1];
  if (tone !== undefined) session.timeline.record({ type: 'dtmf', tone: tone.toUpperCase(), via: 'info' });
}
