import type { Note } from '../../contract/note/note.ts';

/** A figure is the ids of the notes that it counts, so that it opens down to them. */
export function ids(notes: readonly Note[]): readonly string[] {
  return notes.map(({ id }) => id);
}

export function isAnswered({ facts }: Note): boolean {
  return facts !== null && facts.answeredAt !== null;
}

/** A script was left before its end, or the call ended before it. */
export function isClosedEarly({ facts }: Note): boolean {
  if (facts === null) return false;
  const isLeft = facts.adherence?.lines.some(
    (line) => line.outcome === 'missed' && line.why === 'left-early',
  );
  return facts.forcedHangUps > 0 || isLeft === true;
}

/** Of an answered call, ms; a clock that was set back gives no negative time. */
export function talkMs({ facts }: Note): readonly number[] {
  return facts === null || facts.answeredAt === null ? [] : [Math.max(0, facts.endedAt - facts.answeredAt)];
}

/** Null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
