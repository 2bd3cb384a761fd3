import type { Note } from '../../contract/note/note.ts';

/** A figure is the ids of the notes that it counts, so that it opens down to them. */
export function ids(notes: readonly Note[]): readonly string[] {
  return notes.map(({ id }) => id);
}

export function isAnswered({ facts }: Note): boolean {
  return facts !== null && facts.answeredAt !== null;
}

/** Of an answered call, ms; a clock that was set back gives no negative time. */
export function talkMs({ facts }: Note): readonly number[] {
  return facts === null || facts.answeredAt === null ? [] : [Math.max(0, facts.endedAt - facts.answeredAt)];
}

/** Null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
