import { expect, test } from 'vitest';
import { ringbackCountry } from '../../contract/settings/ringback-country.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';

test.each<[string, Partial<Settings>, string | null]>([
  ['the country that is set', { ringback: 'JP', sipDomain: 'pbx.example.tw' }, 'JP'],
  ['none where it is off', { ringback: 'off' }, null],
  ['that of the domain', { sipDomain: 'pbx.example.com.tw' }, 'TW'],
  ['that of a domain in capitals, with a dot or a port', { sipDomain: 'PBX.EXAMPLE.HK.:5060' }, 'HK'],
  ['that of the ring cadence where the domain names none', { sipDomain: 'pbx.example', cadence: 'US' }, 'US'],
  ['that of the ring cadence for an address', { sipDomain: '192.0.2.10', cadence: 'UK' }, 'UK'],
  [
    'that of the ring cadence for a country without tones',
    { sipDomain: 'pbx.example.is', cadence: 'FR' },
    'FR',
  ],
  ['mainland China where nothing is set', {}, 'CN'],
])('ringback is %s', (_, settings, country) => {
  expect(ringbackCountry({ ...DEFAULT_SETTINGS, ...settings })).toBe(country);
});
