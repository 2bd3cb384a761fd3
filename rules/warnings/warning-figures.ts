import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { HarassmentKind } from '../../contract/team/harassment-kind.ts';
import { localTime } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';
import type { Warning } from './fold-warnings.ts';

/**
 * Everything registered of one source. Withheld numbers are one source: nothing distinguishes them.
 */
export interface WarningSource {
  /** As it was signalled last; empty for withheld ones. */
  readonly number: string;
  readonly count: number;
  readonly entries: readonly Warning[];
  readonly lastAt: Instant;
  /** Most frequent first. */
  readonly kinds: readonly HarassmentKind[];
}

export interface WarningFigures {
  /** Calls in each hour of the local day, 0 to 23. */
  readonly byHour: readonly number[];
  /** The same, as the entries themselves. */
  readonly inHour: readonly (readonly Warning[])[];
  /** Most frequent first, then the latest. */
  readonly bySource: readonly WarningSource[];
}

const HOURS = 24;

/** What stands in the register, by the hour in which it happened and by whom (handbook §6.3). */
export function warningFigures(warnings: readonly Warning[], utcOffsetMinutes: Zone): WarningFigures {
  const valid = warnings.filter(({ struckOff }) => struckOff === null);
  const inHour = Array.from({ length: HOURS }, (): Warning[] => []);
  const sources = new Map<string, Warning[]>();
  for (const warning of valid) {
    const hour = Math.floor(localTime(warning.calledAt, utcOffsetMinutes).minuteOfDay / 60);
    inHour[hour]?.push(warning);
    const source = numberForm(warning.number) ?? '';
    sources.set(source, [...(sources.get(source) ?? []), warning]);
  }
  const bySource = [...sources].map(([form, entries]) => sourceOf(form, entries));
  const byHour = inHour.map(({ length }) => length);
  return { byHour, inHour, bySource: bySource.sort((a, b) => b.count - a.count || b.lastAt - a.lastAt) };
}

function sourceOf(form: string, entries: readonly Warning[]): WarningSource {
  const last = entries.at(-1);
  const counts = new Map<HarassmentKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    number: form === '' ? '' : (last?.number ?? ''),
    count: entries.length,
    entries,
    lastAt: last?.calledAt ?? 0,
    kinds: [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind),
  };
}
