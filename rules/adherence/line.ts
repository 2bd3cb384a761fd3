import type { JournalEntry } from '../../calls/journal-entry.ts';
import type {
  AdherenceKind,
  AdherenceLine,
  MissedReason,
  NotApplicableReason,
} from '../../contract/note/adherence.ts';
import type { NoteField } from '../../contract/pack/follow-up.ts';
import { CRITERIA } from './criteria.ts';

interface Place {
  readonly situation?: string | null;
  readonly entry?: JournalEntry | null;
}

export function held(kind: AdherenceKind, place: Place = {}): AdherenceLine {
  return { kind, ...placeOf(place), outcome: 'held', points: CRITERIA[kind].points };
}

export function missed(
  kind: AdherenceKind,
  why: MissedReason,
  { fields = [], ...place }: Place & { readonly fields?: readonly NoteField[] } = {},
): AdherenceLine {
  const { points } = CRITERIA[kind];
  return { kind, ...placeOf(place), outcome: 'missed', points, why, fields: [...fields] };
}

export function notApplicable(
  kind: AdherenceKind,
  why: NotApplicableReason,
  place: Place = {},
): AdherenceLine {
  return { kind, ...placeOf(place), outcome: 'not-applicable', why };
}

function placeOf({ situation = null, entry = null }: Place) {
  const evidence = entry === null ? null : { at: Math.round(entry.event.at), seq: entry.seq };
  return { situation, evidence };
}
