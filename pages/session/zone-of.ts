import { timeZoneHere } from '../../browser/time-zone-here.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { teamZone } from '../../contract/team/team-zone.ts';

/** The time zone by which this page shows and keeps times: the team's, or this computer's. */
export function zoneHere(): string {
  return teamZone() ?? timeZoneHere();
}

/** The team's time zone; this computer's where the pack names none. */
export function zoneOf({ settings }: Pick<Pack, 'settings'>): string {
  return settings.timeZone === '' ? timeZoneHere() : settings.timeZone;
}
