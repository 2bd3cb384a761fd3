import { cseqOf } from '../../calls/sources/sip/cseq.ts';
import type { SipRequest } from '../../calls/sources/sip/message.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import { SDP_HEADER } from './invite-parts.ts';
import type { Session } from './session.ts';

type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** Sends a new offer (hold, resume, ICE restart). False if the agent's phone refuses. */
export async function offerAgain(
  session: Session,
  direction: Direction,
  iceRestart = false,
): Promise<boolean> {
  if (session.negotiating) return false;
  session.negotiating = true;
  try {
    const body = await session.voice.peer.offer(direction, iceRestart);
    const request = session.dialog.build('INVITE', { headers: [SDP_HEADER], body });
    const reply = await session.askWith(request);
    const cseq = cseqOf(request)?.number ?? 1;
    if (!reply.ok || reply.response.status >= 300) return false;
    session.send(session.dialog.build('ACK', { cseq }));
    await session.voice.peer.takeAnswer(reply.response.body);
    return true;
  } finally {
    session.negotiating = false;
  }
}

/** Answers a new offer of the agent's phone: a re-INVITE or UPDATE. */
export async function answerAgain(session: Session, request: SipRequest, contact: string): Promise<void> {
  const { dialog, timeline, voice } = session;
  const toTag = dialog.localTag;
  if (session.negotiating) {
    session.send(replyTo(request, 491, { toTag }));
    return;
  }
  session.negotiating = true;
  const headers = [{ name: 'contact', value: `<${contact}>` }, SDP_HEADER];
  try {
    if (request.body === '') {
      session.onAck = (ack) => void voice.peer.takeAnswer(ack.body);
      session.send(replyTo(request, 200, { toTag, headers, body: await voice.peer.offer('sendrecv') }));
      return;
    }
    const body = await voice.peer.answer(request.body);
    session.send(replyTo(request, 200, { toTag, headers, body }));
    const holds = /^a=(?:sendonly|inactive)\s*$/m.test(request.body);
    if (holds !== session.heldByAgent) timeline.record({ type: holds ? 'held' : 'resumed', by: 'agent' });
    session.heldByAgent = holds;
  } catch {
    session.send(replyTo(request, 488, { toTag }));
  } finally {
    session.negotiating = false;
  }
}
