import type { Clock } from '../clock.ts';

/** RFC 7675 §5.1: consent to send lasts 30 s after the last check that was answered. */
const CONSENT_MS = 30_000;

/** A lost packet or two also reads `disconnected`, and mends itself; a network that changed does not. */
const FIXES_ITSELF_MS = 2_000;

interface MediaWatch {
  readonly connection: Pick<RTCPeerConnection, 'iceConnectionState' | 'addEventListener'>;
  readonly clock: Clock;
  /** The path is cut: a new one may be offered. Called again each time as long after as an offer may take. */
  readonly onCut: () => void;
  /**
   * The other side has not answered ICE checks for 30 s. Chromium may stay `disconnected` for ever and never say
   * `failed`, and JsSIP waits for that: the agent would go on talking to nobody.
   */
  readonly onLost: () => void;
}

/** Time for an offer to be answered and its candidates to be checked before the next one, ms. */
const NEXT_OFFER_MS = 8_000;

/** Says when the audio of a call has lost its way, and when for good. */
export function watchMedia({ connection, clock, onCut, onLost }: MediaWatch): void {
  let settle: (() => void) | null = null;
  const watch = () => {
    const cancelLost = clock.after(CONSENT_MS, onLost);
    let cancelCut: () => void = () => {};
    const offerAfter = (delay: number) => {
      cancelCut = clock.after(delay, () => {
        offerAfter(NEXT_OFFER_MS);
        onCut();
      });
    };
    offerAfter(FIXES_ITSELF_MS);
    return () => {
      cancelLost();
      cancelCut();
    };
  };
  connection.addEventListener('iceconnectionstatechange', () => {
    if (connection.iceConnectionState === 'disconnected') settle ??= watch();
    // While offers are made and checked, the thirty seconds go on.
    else if (!isCut(connection)) {
      settle?.();
      settle = null;
    }
  });
}

/** True while no way for the audio is known to work: lost, being looked for, or `new` after a refused offer. */
export function isCut({ iceConnectionState }: Pick<RTCPeerConnection, 'iceConnectionState'>): boolean {
  return !['connected', 'completed', 'closed'].includes(iceConnectionState);
}
