import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from './say.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';

/** Holds for a moment after the agent chose the category, in the call itself. */
export const category: TriggerRule<'category'> = {
  kind: 'category',
  holds(trigger, { call }, now) {
    if (call.call.state !== 'established' || call.category?.category !== trigger.category) return NEVER;
    const { at } = call.category;
    return holdsFrom(at, now, { kind: 'category', category: trigger.category }, at + MOMENT_MS);
  },
  sentence(trigger, language) {
    const words = categoryWords(trigger.category, language);
    return say(
      language,
      `坐席把来电归为${words}时`,
      `客服人員把來電歸為${words}時`,
      `when the agent calls the contact ${words}`,
    );
  },
};

function categoryWords(of: ContactCategory, language: PackLanguage): string {
  switch (of) {
    case 'query':
      return say(language, '查询', '查詢', 'a query');
    case 'business':
      return say(language, '业务', '業務', 'business');
    case 'complaint':
      return say(language, '投诉', '申訴', 'a complaint');
  }
}
