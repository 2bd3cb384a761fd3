import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { HarassmentEnding } from '../../contract/pack/harassment-ending.ts';
import { foldableEvents } from '../../contract/team/event-order.ts';
import type { HarassmentKind } from '../../contract/team/harassment-kind.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';

/** One entry of the harassment register (handbook §3.4). */
export interface Warning {
  readonly id: string;
  /** As signalled: hostile text. Empty where it was withheld. */
  readonly number: string;
  /** In the server's clock, as far as the device knew it. */
  readonly calledAt: Instant;
  readonly by: string;
  readonly kind: HarassmentKind;
  readonly done: HarassmentEnding;
  readonly remarks: string;
  readonly note: string | null;
  /** Null while it stands. */
  readonly struckOff: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
}

/**
 * The register, oldest call first. Clocks of two computers differ, so an entry is struck off even
 * where the strike bears the earlier time; a second registration or strike of the same entry
 * changes nothing.
 */
export function foldWarnings(given: readonly TeamEvent[]): readonly Warning[] {
  const events = foldableEvents(given);
  const warnings = new Map<string, Warning>();
  for (const event of events) {
    if (event.type !== 'warning-registered' || warnings.has(event.subject)) continue;
    const { subject: id, number, calledAt, by, kind, done, remarks, note } = event;
    warnings.set(id, { id, number, calledAt, by, kind, done, remarks, note, struckOff: null });
  }
  for (const event of events) {
    if (event.type !== 'warning-struck-off') continue;
    const warning = warnings.get(event.subject);
    if (warning === undefined || warning.struckOff !== null) continue;
    const { at, by, reason } = event;
    warnings.set(event.subject, { ...warning, struckOff: { at, by, reason } });
  }
  return [...warnings.values()].sort((a, b) => a.calledAt - b.calledAt);
}

/** The distance between two clocks is measured anew, by some ms, and nobody calls so soon. */
const SAME_CALL_MS = 2_000;

export function isOfCall(
  { number, calledAt }: Pick<Warning, 'number' | 'calledAt'>,
  caller: string,
  startedAt: Instant,
): boolean {
  return number === caller && Math.abs(calledAt - startedAt) < SAME_CALL_MS;
}

/** The standing entries of a number, however it was written; none for a number that is withheld. */
export function warningsOf(warnings: readonly Warning[], number: string): readonly Warning[] {
  const form = numberForm(number);
  if (form === null) return [];
  return warnings.filter((warning) => warning.struckOff === null && numberForm(warning.number) === form);
}
