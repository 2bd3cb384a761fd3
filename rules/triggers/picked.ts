import { say } from './say.ts';
import { NEVER, type TriggerRule } from './trigger-rule.ts';

/** Never by itself: the agent's hand is the trigger. */
export const picked: TriggerRule<'picked'> = {
  kind: 'picked',
  holds: () => NEVER,
  sentence: (_trigger, language) => say(language, '由坐席选用', '由客服人員選用', 'when the agent picks it'),
};
