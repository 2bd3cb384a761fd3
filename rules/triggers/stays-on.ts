import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface StaysOnReason {
  readonly kind: 'stays-on';
  readonly seconds: number;
}

/**
 * Counts from when both sides were silent after the goodbye, or from the goodbye alone where the
 * line is not analysed. Does not hold while a side speaks.
 */
export const staysOn: TriggerRule<'stays-on', StaysOnReason> = {
  urgency: 70,
  holds(trigger, { call, pack }, now) {
    const { goodbyeAt, line } = call;
    if (goodbyeAt === null || call.call.state !== 'established') return NEVER;
    if (line.remoteSpeakingSince !== null || line.agentSpeakingSince !== null) return NEVER;
    const began = Math.max(goodbyeAt, line.remoteSilentSince ?? 0);
    const quietSince = Math.max(began, line.agentSilentSince ?? 0);
    const seconds = trigger.seconds ?? pack.settings.thresholds.staysOnSeconds;
    return holdsFrom(quietSince + seconds * 1000, now, { kind: 'stays-on', seconds }, null, began);
  },
  sentence({ seconds }, { words, thresholds }) {
    return words('trigger.staysOn.sentence', { seconds: seconds ?? thresholds.staysOnSeconds });
  },
  reason: ({ seconds }, { words }) => words('reason.staysOn', { seconds }),
};
