import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface CategoryReason {
  readonly kind: 'category';
  readonly category: ContactCategory;
}

/** Holds for a moment after the agent chose the category during the call. */
export const category: TriggerRule<'category', CategoryReason> = {
  urgency: 38,
  holds(trigger, { call }, now) {
    if (call.call.state !== 'established' || call.category?.category !== trigger.category) return NEVER;
    const { at } = call.category;
    return holdsFrom(at, now, { kind: 'category', category: trigger.category }, at + MOMENT_MS);
  },
  sentence(trigger, { words }) {
    const category = words(`note.categories.${trigger.category}`);
    return words('trigger.category.sentence', { category });
  },
  reason(reason, { words }) {
    return words('reason.category', { category: words(`note.categories.${reason.category}`) });
  },
};
