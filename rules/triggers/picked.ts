import { NEVER, type TriggerRule } from './trigger-rule.ts';

/** Never holds: only the agent brings it up. */
export const picked: TriggerRule<'picked', never> = {
  urgency: 0,
  holds: () => NEVER,
  sentence: (_trigger, { words }) => words('trigger.picked.sentence'),
  reason: () => '',
};
