import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { arrivingShift } from '../../../rules/shift/arriving-shift.ts';
import { staffAt } from '../../../rules/shift/staff-at.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';

/** A shift that begins soon, and who is on duty then. */
export interface ArrivalView {
  readonly at: Instant;
  /** Names and numbers on one line; empty where the directory names nobody. */
  readonly staff: string;
}

export function arrivalView(
  { shift, directory }: Pick<Pack, 'shift' | 'directory'>,
  now: Instant,
  zone: Zone,
  language: PackLanguage,
): ArrivalView | null {
  const at = arrivingShift(shift, now, zone);
  if (at === null) return null;
  const names = staffAt(directory, at, zone).map(({ name, number }) => `${textIn(name, language)} ${number}`);
  const list = names.join(i18n.t('lead.listSeparator'));
  return { at, staff: list === '' ? '' : i18n.t('shift.staff', { names: list }) };
}
