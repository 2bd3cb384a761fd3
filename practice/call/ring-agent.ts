import { cseqOf } from '../../calls/sources/sip/cseq.ts';
import {
  header,
  type SipHeader,
  type SipRequest,
  type SipResponse,
} from '../../calls/sources/sip/message.ts';
import { type SipConnection, TRANSACTION_TIMEOUT_MS } from '../sip/connection.ts';
import { companionOf } from '../sip/dialog.ts';
import { ALLOW, SDP_HEADER, withoutCandidates } from './invite-parts.ts';
import type { Session } from './session.ts';

/**
 * The offer in the INVITE: complete; without candidates, like that of a PBX with a public address;
 * or none, so that the agent's phone offers in its 200 (RFC 3261 §13.2.1).
 */
export type OfferKind = 'full' | 'no-candidates' | 'late';

export interface Ring {
  readonly offer: OfferKind;
  readonly headers: readonly SipHeader[];
}

export interface Ringing {
  /** `elsewhere` adds the Reason header of RFC 3326, which says that another phone answered. */
  cancel(elsewhere: boolean): Promise<void>;
}

/** Rings the agent: INVITE, 180, 200, ACK, or another end. */
export function ringAgent(session: Session, connection: SipConnection, ring: Ring): Ringing {
  const { dialog, timeline, voice } = session;
  let invite: SipRequest | undefined;
  let cancelled: 'given-up' | 'answered-elsewhere' | null = null;
  let provisionalReceived: () => void = () => {};
  const provisional = new Promise<void>((resolve) => {
    provisionalReceived = resolve;
  });

  function onProvisional(response: SipResponse): void {
    provisionalReceived();
    dialog.learn(response);
    const rang = timeline.all().some((milestone) => milestone.type === 'ringing');
    if (response.status >= 180 && !rang) timeline.record({ type: 'ringing' });
  }

  async function run(): Promise<void> {
    const sdp = ring.offer === 'late' ? '' : await voice.peer.offer('sendrecv');
    if (session.state() === 'ended') return;
    const sdpHeaders = sdp === '' ? [] : [SDP_HEADER];
    const request = dialog.build('INVITE', {
      headers: [{ name: 'allow', value: ALLOW }, ...ring.headers, ...sdpHeaders],
      body: ring.offer === 'no-candidates' ? withoutCandidates(sdp) : sdp,
    });
    invite = request;
    timeline.record({ type: 'invited' });
    let ack: SipRequest | undefined;
    const reply = await connection.request(request, {
      provisional: onProvisional,
      repeatedSuccess: () => ack !== undefined && session.send(ack),
    });
    provisionalReceived();
    if (!reply.ok)
      return session.end(cancelled === null ? { how: 'failed', cause: reply.reason } : { how: cancelled });
    const { response } = reply;
    if (response.status >= 300) {
      connection.send(companionOf(request, 'ACK', header(response, 'to')));
      return session.end(
        cancelled === null ? { how: 'rejected', sipStatus: response.status } : { how: cancelled },
      );
    }
    dialog.learn(response);
    const cseq = cseqOf(request)?.number ?? 1;
    const late = ring.offer === 'late' ? await voice.peer.answer(response.body) : '';
    ack = dialog.build('ACK', { cseq, body: late, headers: late === '' ? [] : [SDP_HEADER] });
    session.send(ack);
    if (cancelled !== null || session.state() === 'ended') {
      void session.ask('BYE');
      return session.end({ how: cancelled ?? 'given-up' });
    }
    if (late === '') await voice.peer.takeAnswer(response.body);
    session.establish();
  }
  run().catch((error: unknown) => session.end({ how: 'failed', cause: String(error) }));

  return {
    async cancel(elsewhere) {
      cancelled = elsewhere ? 'answered-elsewhere' : 'given-up';
      await provisional;
      if (invite === undefined || session.state() !== 'setting-up') return;
      const reason = { name: 'reason', value: 'SIP;cause=200;text="Call completed elsewhere"' };
      const reply = await connection.request(
        companionOf(invite, 'CANCEL', undefined, elsewhere ? [reason] : []),
      );
      const end = { how: cancelled } as const;
      if (reply.ok) setTimeout(() => session.end(end), TRANSACTION_TIMEOUT_MS).unref();
      else session.end(end);
    },
  };
}
