import { i18n } from '#i18n';
import type { CadenceCountry } from '../../../contract/pack/ring-cadence.ts';

/** The countries whose tones are known, with the cadence of their ring. */
export const COUNTRIES: Readonly<Record<CadenceCountry, () => string>> = {
  CN: () => i18n.t('agent.country.CN'),
  TW: () => i18n.t('agent.country.TW'),
  HK: () => i18n.t('agent.country.HK'),
  US: () => i18n.t('agent.country.US'),
  UK: () => i18n.t('agent.country.UK'),
  JP: () => i18n.t('agent.country.JP'),
  FR: () => i18n.t('agent.country.FR'),
  DE: () => i18n.t('agent.country.DE'),
};
