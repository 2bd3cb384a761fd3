import { timeZoneHere } from '../../browser/time-zone-here.ts';
import type { Pack } from '../../contract/pack/pack.ts';

/** The team's time zone; this computer's where the pack names none. */
export function zoneOf({ settings }: Pick<Pack, 'settings'>): string {
  return settings.timeZone === '' ? timeZoneHere() : settings.timeZone;
}
