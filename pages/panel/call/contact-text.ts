import { i18n } from '#i18n';
import type { TeamContact } from '../../../calls/vocabulary/team-contact.ts';

/** 投诉 · 未解决 · 工号 0517 */
export function contactText({ category, outcome, by }: Omit<TeamContact, 'at'>): string {
  return [
    ...(category === null ? [] : [i18n.t(`note.categories.${category}`)]),
    ...(outcome === null ? [] : [i18n.t(`caller.outcomes.${outcome}`)]),
    i18n.t('status.agent', { number: by }),
  ].join(' · ');
}
