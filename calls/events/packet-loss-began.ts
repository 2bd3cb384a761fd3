import { lineEvent, shareSchema } from './event-kind.ts';

/** Too many packets are lost. */
export const packetLossBegan = lineEvent('packet-loss-began', {
  /** Of the packets expected. */
  lossShare: shareSchema,
});
