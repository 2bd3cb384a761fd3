import type { Clock } from '../clock.ts';

/** RFC 7675 §5.1: consent to send expires 30 s after the last check that was answered. */
const CONSENT_MS = 30_000;

/** A few lost packets also give `disconnected`, which passes; a changed network does not. */
const FIXES_ITSELF_MS = 2_000;

interface MediaWatch {
  readonly connection: Pick<RTCPeerConnection, 'iceConnectionState' | 'addEventListener'>;
  readonly clock: Clock;
  /** The path is cut: the call may be offered again. Repeated as long as the path stays cut. */
  readonly onCut: () => void;
  /**
   * The other side has not answered ICE checks for 30 s. Chromium may stay `disconnected` and never
   * report `failed`, which JsSIP waits for.
   */
  readonly onLost: () => void;
}

/** Time for an offer to be answered and its candidates to be checked before the next one, ms. */
const NEXT_OFFER_MS = 8_000;

/** Reports when the audio path of a call is cut, and when it is lost. */
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
    // The 30 s go on while new offers are made and checked.
    else if (!isCut(connection)) {
      settle?.();
      settle = null;
    }
  });
}

/**
 * True while no audio path is known to work: lost, being checked, or `new` after a refused offer.
 */
export function isCut({ iceConnectionState }: Pick<RTCPeerConnection, 'iceConnectionState'>): boolean {
  return !['connected', 'completed', 'closed'].includes(iceConnectionState);
}
