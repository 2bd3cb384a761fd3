import { type CadenceCountry, cadenceCountrySchema } from '../pack/ring-cadence.ts';
import type { Settings } from './settings.ts';

/** Country-code top-level domains; `uk` stands for Great Britain. */
const COUNTRY_OF_DOMAIN: ReadonlyMap<string, CadenceCountry> = new Map(
  cadenceCountrySchema.options.map((country) => [country.toLowerCase(), country]),
);

/** The country whose ringing tone the agent hears on outbound calls; null for no tone. */
export function ringbackCountry({
  ringback,
  sipDomain,
  cadence,
}: Pick<Settings, 'ringback' | 'sipDomain' | 'cadence'>): CadenceCountry | null {
  if (ringback === 'off') return null;
  if (ringback !== 'auto') return ringback;
  const [, ending = ''] = /\.([a-z]{2})\.?(?::\d+)?$/i.exec(sipDomain) ?? [];
  return COUNTRY_OF_DOMAIN.get(ending.toLowerCase()) ?? cadence;
}
