import type { Instant } from '../../../calls/call-event.ts';
import { shownTime } from '../../../components/shown-time.ts';
import type { DirectoryEntry, WeeklySpan } from '../../../contract/pack/directory.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { RunView } from '../../../rules/call/rules-view.ts';
import { withinHours } from '../../../rules/time/within-hours.ts';

export interface DirectoryEntryView {
  readonly key: string;
  readonly name: string;
  readonly number: string;
  /** Opening hours as one line; null if the pack has none. */
  readonly hint: string | null;
  /** Of a store; else null. */
  readonly address: string | null;
  readonly open: boolean;
}

/** The pack's directory as transfer targets, with whether each is open now. */
export function directoryViews(
  directory: readonly DirectoryEntry[],
  language: PackLanguage,
  at: Instant,
): readonly DirectoryEntryView[] {
  const now = shownTime(at);
  return directory.map((entry) => ({
    key: entry.id,
    name: textIn(entry.name, language),
    number: entry.number,
    hint: hoursLine(entry.hours),
    address: entry.kind === 'store' ? textIn(entry.address, language) : null,
    open: entry.hours.length === 0 || (now !== null && withinHours(entry.hours, now)),
  }));
}

/** Callers are not sent to a person or a queue; what is open now comes first. */
export function placesToName(
  directory: readonly DirectoryEntry[],
  views: readonly DirectoryEntryView[],
): readonly DirectoryEntryView[] {
  const isPlace = new Set(
    directory.flatMap(({ id, kind }) => (kind === 'person' || kind === 'queue' ? [] : [id])),
  );
  return views
    .filter(({ key }) => isPlace.has(key))
    .toSorted((one, other) => Number(other.open) - Number(one.open));
}

/** Puts the transfer target of the script on screen first. */
export function withTargetFirst(
  directory: readonly DirectoryEntryView[],
  run: RunView | null,
): readonly DirectoryEntryView[] {
  const ofStep = run?.step.kind === 'do' ? run.step.transferTo : undefined;
  const target = ofStep ?? run?.situation.followUp?.transferTo;
  const first = directory.find(({ key }) => key === target);
  return first === undefined ? directory : [first, ...directory.filter((entry) => entry !== first)];
}

function hoursLine(hours: readonly WeeklySpan[]): string | null {
  const [first] = hours;
  return first === undefined ? null : `${first.from}–${first.to}`;
}
