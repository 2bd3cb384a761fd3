import type { RTCSession } from 'jssip/lib/RTCSession';
import type { CommandResult } from '../../call-command.ts';
import type { Clock } from '../clock.ts';
import { internalsOf } from './jssip-types.ts';
import { rollBackOffer } from './roll-back-offer.ts';

/** Longest wait for the outcome of a re-INVITE before the agent is told that it did not work, ms. */
const OUTCOME_TIMEOUT_MS = 5_000;

interface Reoffer {
  readonly session: RTCSession;
  readonly localHold: boolean;
  /** Offers new ICE credentials and candidates. */
  readonly iceRestart: boolean;
  readonly clock: Clock;
  /** Called when the other side has agreed, however late. */
  readonly onAgreed: () => void;
}

/**
 * Sends a re-INVITE with this side's hold state and waits for its outcome. `RTCSession.hold()` is not used because it
 * hangs up when the other side refuses; here a refusal leaves the call as it was (RFC 3261 §14.1).
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
  // Silent from the key press on, not from the other side's agreement.
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
