import { lineEvent } from './event-kind.ts';

/** Packet loss is back to normal. */
export const packetLossEnded = lineEvent('packet-loss-ended', {});
