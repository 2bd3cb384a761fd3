/** When something heard is worth telling: the pack's (contract/pack/pack-settings.ts), for a lead to set. */
export interface LineThresholds {
  /** Nobody has spoken for so long. */
  readonly silenceSeconds: number;
  readonly noiseSeconds: number;
  readonly quietSeconds: number;
  readonly deadAirSeconds: number;
  /** A voice fainter than this is hard to follow. */
  readonly faintDbfs: number;
  /** Noise this loud, with no voice to compare it with. */
  readonly noisyDbfs: number;
  /** A voice less than this over the noise is tiring to follow, dB. */
  readonly noisySnrDb: number;
  /** Share of packets whose loss is heard, 0…1. */
  readonly lossShare: number;
  readonly noPacketsSeconds: number;
}

export function lineThresholds(
  pack: Omit<LineThresholds, 'lossShare'> & { readonly lossPercent: number },
): LineThresholds {
  const { silenceSeconds, noiseSeconds, quietSeconds, deadAirSeconds, noPacketsSeconds } = pack;
  const { faintDbfs, noisyDbfs, noisySnrDb, lossPercent } = pack;
  return {
    ...{ silenceSeconds, noiseSeconds, quietSeconds, deadAirSeconds, noPacketsSeconds },
    ...{ faintDbfs, noisyDbfs, noisySnrDb, lossShare: lossPercent / 100 },
  };
}
