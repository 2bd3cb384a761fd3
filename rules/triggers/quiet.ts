import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface QuietReason {
  readonly kind: 'quiet';
  readonly seconds: number;
}

export const quiet: TriggerRule<'quiet', QuietReason> = {
  urgency: 50,
  holds(trigger, { call, pack }, now) {
    const since = call.line.quietSince;
    if (since === null || call.call.state !== 'established') return NEVER;
    const seconds = trigger.seconds ?? pack.settings.thresholds.quietSeconds;
    return holdsFrom(since + seconds * 1000, now, { kind: 'quiet', seconds });
  },
  sentence({ seconds }, { words, thresholds }) {
    return words('trigger.quiet.sentence', { seconds: seconds ?? thresholds.quietSeconds });
  },
  reason: ({ seconds }, { words }) => words('reason.quiet', { seconds }),
};
