/** When a finding is reported. Part of the pack (contract/pack/pack-settings.ts), set by a lead. */
export interface LineThresholds {
  /** Nobody has spoken for this long. */
  readonly silenceSeconds: number;
  readonly noiseSeconds: number;
  readonly quietSeconds: number;
  readonly deadAirSeconds: number;
  /** A voice fainter than this is hard to follow. */
  readonly faintDbfs: number;
  /** Noise this loud counts if there is no voice to compare it with. */
  readonly noisyDbfs: number;
  /** A voice less than this over the noise is tiring to follow, dB. */
  readonly noisySnrDb: number;
  /** Share of lost packets that is audible, 0…1. */
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
