import type { Instant } from '../../calls/call-event.ts';
import type { DirectoryEntry } from '../../contract/pack/directory.ts';
import type { PlainKey } from '../../contract/words.ts';
import { localTime } from '../time/local-time.ts';
import { withinHours } from '../time/within-hours.ts';
import type { Zone } from '../time/zone-offset.ts';

type Person = Extract<DirectoryEntry, { kind: 'person' }>;

export const POSITION_WORDS = {
  'floor-supervisor': 'lead.positionOf.floorSupervisor',
  'hotline-supervisor': 'lead.positionOf.hotlineSupervisor',
  'team-lead': 'lead.positionOf.teamLead',
  'service-desk': 'lead.positionOf.serviceDesk',
  'store-manager': 'lead.positionOf.storeManager',
} as const satisfies Record<Person['position'], PlainKey>;

/** Who is on duty at a moment, by the pack's directory: a person without hours always is. */
export function staffAt(
  directory: readonly DirectoryEntry[],
  at: Instant,
  utcOffsetMinutes: Zone,
): readonly Person[] {
  const time = localTime(at, utcOffsetMinutes);
  return directory
    .filter((entry) => entry.kind === 'person')
    .filter(({ hours }) => hours.length === 0 || withinHours(hours, time));
}
