import type { SipRequest } from '../../calls/sources/sip/message.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import { loadAudio } from '../load-audio.ts';
import { TRANSACTION_TIMEOUT_MS } from '../sip/connection.ts';
import { ALLOW, SDP_HEADER } from './invite-parts.ts';
import type { Session } from './session.ts';

/** The behaviour of a number that the agent dials or transfers to. */
export type Callee =
  /** `says` is a sound in practice/audio, played once; without it the callee is silent. */
  | { readonly does: 'answer'; readonly afterMs: number; readonly says?: string }
  /** 180, then a sound of its network before the answer: 183 with a description (RFC 3960). */
  | { readonly does: 'early-media'; readonly earlyAfterMs: number; readonly afterMs: number }
  | { readonly does: 'ring-on' }
  | { readonly does: 'refuse'; readonly afterMs: number; readonly sipStatus: number };

export interface AcceptedAgentCall {
  /** Handles the agent's CANCEL. */
  cancel(request: SipRequest): void;
}

/** Answers a call that the agent dialled: 100, 180, then the callee's behaviour. */
export function acceptAgentCall(
  session: Session,
  invite: SipRequest,
  callee: Callee,
  contact: string,
): AcceptedAgentCall {
  const { dialog, timeline, voice } = session;
  const toTag = dialog.localTag;
  const headers = [
    { name: 'contact', value: `<${contact}>` },
    { name: 'allow', value: ALLOW },
  ];
  const decide = callee.does === 'ring-on' ? undefined : setTimeout(() => void act(), callee.afterMs);

  timeline.record({ type: 'invited' });
  session.send(replyTo(invite, 100));
  if (callee.does !== 'refuse') {
    session.send(replyTo(invite, 180, { toTag, headers }));
    timeline.record({ type: 'ringing' });
  }
  const early =
    callee.does === 'early-media' ? setTimeout(() => void playEarly(), callee.earlyAfterMs) : undefined;
  let description: string | null = null;

  async function playEarly(): Promise<void> {
    description = await voice.peer.answer(invite.body);
    if (session.state() !== 'setting-up') return;
    const withSdp = { toTag, headers: [...headers, SDP_HEADER], body: description };
    session.send(replyTo(invite, 183, withSdp));
    // The same again with 180, as many networks send it.
    session.send(replyTo(invite, 180, withSdp));
    await timeline.until('media-connected');
    await voice.speaker.play(loadAudio('callee-greeting'));
  }

  async function act(): Promise<void> {
    if (callee.does === 'refuse') {
      session.send(replyTo(invite, callee.sipStatus, { toTag }));
      return session.end({ how: 'rejected', sipStatus: callee.sipStatus });
    }
    try {
      await answer();
    } catch (error) {
      if (session.state() === 'setting-up') session.send(replyTo(invite, 488, { toTag }));
      session.end({ how: 'failed', cause: String(error) });
    }
  }

  async function answer(): Promise<void> {
    const offered = invite.body !== '';
    const body =
      description ?? (await (offered ? voice.peer.answer(invite.body) : voice.peer.offer('sendrecv')));
    if (session.state() !== 'setting-up') return;
    // RFC 3261 §13.3.1.4: an unacknowledged 200 is followed by BYE.
    const unacknowledged = setTimeout(() => {
      void session.ask('BYE');
      session.end({ how: 'failed', cause: 'no ACK' });
    }, TRANSACTION_TIMEOUT_MS).unref();
    session.onAck = (ack) => {
      clearTimeout(unacknowledged);
      if (!offered) void voice.peer.takeAnswer(ack.body);
    };
    session.send(replyTo(invite, 200, { toTag, headers: [...headers, SDP_HEADER], body }));
    session.establish();
    if (callee.does !== 'answer' || callee.says === undefined) return;
    const greeting = loadAudio(callee.says);
    await timeline.until('media-connected');
    await voice.speaker.play(greeting);
  }

  return {
    cancel(request) {
      clearTimeout(decide);
      clearTimeout(early);
      session.send(replyTo(request, 200, { toTag }));
      if (session.state() !== 'setting-up') return;
      session.send(replyTo(invite, 487, { toTag }));
      session.end({ how: 'cancelled' });
    },
  };
}
