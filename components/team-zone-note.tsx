import { i18n } from '#i18n';
import { teamZone } from '../contract/team/team-zone.ts';
import { offsetAt } from '../rules/time/zone-offset.ts';
import './team-zone-note.css';

interface TeamZoneNoteProps {
  readonly now: number;
  readonly zone?: string | null;
}

/** Names the team's time zone to somebody whose own clock shows another time. */
export function TeamZoneNote({ now, zone = teamZone() }: TeamZoneNoteProps) {
  if (zone === null || offsetAt(zone, now) === -new Date(now).getTimezoneOffset()) return null;
  return <p class="team-zone">{i18n.t('status.teamZone', { zone: zoneName(zone) })}</p>;
}

/** `中国标准时间`. */
function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(i18n.t('language'), { timeZone, timeZoneName: 'long' });
  const name = parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
  return name ?? timeZone;
}
