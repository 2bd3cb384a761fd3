import type { Clock } from '../clock.ts';

/** Long beside the events of one gathering of ICE candidates, short beside a call, ms. */
const QUIET_MS = 500;

/**
 * Closes a connection a moment later. Chromium (seen in 156) keeps one for ever that is closed
 * while its `icegatheringstatechange` waits to be dispatched, as where a call ends while it is
 * answered; after 500 it makes no more. Tracks and playback of the call stop at once by themselves.
 */
export function closeWhenQuiet(connection: Pick<RTCPeerConnection, 'close'>, clock: Clock): void {
  const close = connection.close.bind(connection);
  connection.close = () => {
    connection.close = () => {};
    clock.after(QUIET_MS, close);
  };
}
