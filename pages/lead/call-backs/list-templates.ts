import { i18n } from '#i18n';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ListTemplate } from './lists-view.ts';

/** The usual campaigns, and a greeting for each festival of the pack that has one. */
export function listTemplates(pack: Pack, language: PackLanguage): readonly ListTemplate[] {
  const campaigns: readonly ListTemplate[] = [
    { id: 'satisfaction', name: i18n.t('lists.satisfaction'), matter: i18n.t('lists.satisfactionMatter') },
    { id: 'campaign', name: i18n.t('lists.campaign'), matter: i18n.t('lists.campaignMatter') },
    { id: 'vip-care', name: i18n.t('lists.vipCare'), matter: i18n.t('lists.vipCareMatter') },
  ];
  const festivals = pack.festivals
    .filter(({ greeting }) => greeting !== undefined)
    .map(({ id, name }) => {
      const festival = textIn(name, language, id);
      return {
        id: `festival ${id}`,
        name: i18n.t('lists.festival', { festival }),
        matter: i18n.t('lists.festivalMatter', { festival }),
      };
    });
  return [...campaigns, ...festivals];
}
