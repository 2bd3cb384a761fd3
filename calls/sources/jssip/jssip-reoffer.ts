import type { RTCSession, SDPEvent } from 'jssip/lib/RTCSession';
import type { CommandResult } from '../../call-command.ts';
import { within } from '../../timing/within.ts';
import type { Clock } from '../clock.ts';
import { internalsOf } from './jssip-types.ts';
import { LIMITS } from './limits.ts';

interface Reoffer {
  readonly session: RTCSession;
  readonly localHold: boolean;
  /** Offers new ICE credentials and candidates. */
  readonly iceRestart: boolean;
  readonly clock: Clock;
  /** Settles when the call is over. */
  readonly over: Promise<void>;
  /** Called when the other side agrees, also after the wait. */
  readonly onAgreed: () => void;
  /** The offer could not even be sent in time: WebRTC did not settle. */
  readonly onStuck: () => void;
}

/**
 * Sends a re-INVITE with this side's hold state and waits for the answer. `RTCSession.hold()` hangs
 * up if the other side refuses; here a refusal leaves the call as it was (RFC 3261 §14.1).
 */
export async function reoffer(asked: Reoffer): Promise<CommandResult> {
  const { session, localHold, iceRestart, clock, over, onAgreed, onStuck } = asked;
  if (!session.isReadyToReOffer()) return { ok: false, reason: 'wrong-state' };
  const inside = internalsOf(session);
  const before = inside._localHold;
  inside._localHold = localHold;
  // The microphone is off from the key press on, not from the other side's answer.
  if (localHold) inside._setLocalMediaStatus();
  const progress = watchOffer(session);
  const answer = new Promise<CommandResult>((resolve) => {
    inside._sendReinvite({
      ...(iceRestart ? { rtcOfferConstraints: { iceRestart } } : {}),
      eventHandlers: {
        succeeded: () => {
          if (session.isEnded()) return;
          inside._setLocalMediaStatus();
          onAgreed();
          resolve({ ok: true });
        },
        failed: (response) => {
          if (session.isEnded()) return;
          inside._localHold = before;
          // After an offer that could not be made, too: JsSIP would never make another one.
          inside._rtcReady = true;
          const done = () => {
            if (!session.isEnded()) inside._setLocalMediaStatus();
            const refused = { ok: false, reason: 'hold-refused' } as const;
            resolve(response === undefined ? refused : { ...refused, sipStatus: response.status_code });
          };
          within(LIMITS.rollBackMs, rollBackOffer(session.connection), clock).then(done, done);
        },
      },
    });
  });
  const ended = over.then((): CommandResult => ({ ok: false, reason: 'wrong-state' }));
  const outcome = await within(LIMITS.reofferMs, Promise.race([answer, ended]), clock);
  const reached = progress();
  if (outcome.inTime) return outcome.value;
  if (reached === 'sent') return { ok: false, reason: 'hold-refused' };
  onStuck();
  return { ok: false, reason: 'timed-out' };
}

/** How far an offer got. The result gives it, and stops watching. */
function watchOffer(session: RTCSession): () => 'made' | 'sent' | 'answered' {
  let reached: 'made' | 'sent' | 'answered' = 'made';
  const onDescription = ({ originator, type }: SDPEvent) => {
    if (String(originator) === 'local' && String(type) === 'offer') reached = 'sent';
    if (String(originator) === 'remote' && String(type) === 'answer') reached = 'answered';
  };
  session.on('sdp', onDescription);
  return () => {
    session.off('sdp', onDescription);
    return reached;
  };
}

/**
 * Takes back an offer that was not accepted, so that the audio goes on and the next offer can be
 * made. `rollback` does not work: Chromium (seen in 156) then drops the transport of the side that
 * had answered the call, and the call stays silent. Instead, what both sides last agreed on is set
 * as if it were the answer.
 */
async function rollBackOffer(connection: RTCPeerConnection): Promise<void> {
  const { signalingState, currentLocalDescription, currentRemoteDescription } = connection;
  if (signalingState !== 'have-local-offer' || currentRemoteDescription === null) return;
  const sdp = asAnswer(currentRemoteDescription, currentLocalDescription?.sdp ?? '');
  await connection.setRemoteDescription({ type: 'answer', sdp });
}

/** An offer says `setup:actpass`; an answer must name the role that was agreed on (RFC 8842 §5). */
export function asAnswer({ type, sdp }: Pick<RTCSessionDescription, 'type' | 'sdp'>, ours: string): string {
  if (type === 'answer') return sdp;
  const theirs = /^a=setup:passive\r?$/m.test(ours) ? 'active' : 'passive';
  return sdp.replace(/^a=setup:actpass/gm, `a=setup:${theirs}`);
}
