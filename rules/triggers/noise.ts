import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface NoiseReason {
  readonly kind: 'noise';
  readonly seconds: number;
}

export const noise: TriggerRule<'noise', NoiseReason> = {
  urgency: 55,
  holds(trigger, { call, pack }, now) {
    const since = call.line.noiseSince;
    if (since === null || call.call.state !== 'established') return NEVER;
    const seconds = trigger.seconds ?? pack.settings.thresholds.noiseSeconds;
    return holdsFrom(since + seconds * 1000, now, { kind: 'noise', seconds });
  },
  sentence({ seconds }, { words, thresholds }) {
    return words('trigger.noise.sentence', { seconds: seconds ?? thresholds.noiseSeconds });
  },
  reason: ({ seconds }, { words }) => words('reason.noise', { seconds }),
};
