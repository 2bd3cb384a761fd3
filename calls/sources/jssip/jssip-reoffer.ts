import type { RTCSession } from 'jssip/lib/RTCSession';
import type { CommandResult } from '../../call-command.ts';
import type { Clock } from '../clock.ts';
import { internalsOf } from './jssip-types.ts';

/** Longest wait for the answer to a re-INVITE before it is reported as failed, ms. */
const OUTCOME_TIMEOUT_MS = 5_000;

interface Reoffer {
  readonly session: RTCSession;
  readonly localHold: boolean;
  /** Offers new ICE credentials and candidates. */
  readonly iceRestart: boolean;
  readonly clock: Clock;
  /** Called when the other side agrees, also after the wait. */
  readonly onAgreed: () => void;
}

/**
 * Sends a re-INVITE with this side's hold state and waits for the answer. `RTCSession.hold()` hangs
 * up if the other side refuses; here a refusal leaves the call as it was (RFC 3261 §14.1).
 */
export function reoffer({
  session,
  localHold,
  iceRestart,
  clock,
  onAgreed,
}: Reoffer): Promise<CommandResult> {
  if (!session.isReadyToReOffer()) return Promise.resolve({ ok: false, reason: 'wrong-state' });
  const inside = internalsOf(session);
  const before = inside._localHold;
  inside._localHold = localHold;
  // The microphone is off from the key press on, not from the other side's answer.
  if (localHold) inside._setLocalMediaStatus();
  return new Promise((resolve) => {
    const cancel = clock.after(OUTCOME_TIMEOUT_MS, () => resolve({ ok: false, reason: 'hold-refused' }));
    inside._sendReinvite({
      ...(iceRestart ? { rtcOfferConstraints: { iceRestart } } : {}),
      eventHandlers: {
        succeeded: () => {
          cancel();
          inside._setLocalMediaStatus();
          onAgreed();
          resolve({ ok: true });
        },
        failed: (response) => {
          cancel();
          inside._localHold = before;
          rollBackOffer(session.connection).finally(() => {
            if (!session.isEnded()) inside._setLocalMediaStatus();
            resolve(
              response === undefined
                ? { ok: false, reason: 'hold-refused' }
                : { ok: false, reason: 'hold-refused', sipStatus: response.status_code },
            );
          });
        },
      },
    });
  });
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
