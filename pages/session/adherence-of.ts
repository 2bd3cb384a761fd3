import type { Instant } from '../../calls/call-event.ts';
import type { Adherence } from '../../contract/note/adherence.ts';
import type { Note } from '../../contract/note/note.ts';
import type { PromiseJudge } from './promise-judge.ts';

/** The score of a call, for its agent and the lead alone. */
export interface RecordAdherenceView {
  readonly adherence: Adherence;
  readonly startedAt: Instant;
  readonly titles: Readonly<Record<string, string>>;
}

/** The score of the call behind a note; null where there is none. */
export function adherenceOf(
  { id, contact, facts }: Pick<Note, 'id' | 'contact' | 'facts'>,
  title: (situation: string) => string,
  judge: PromiseJudge,
): RecordAdherenceView | null {
  const scored = facts?.adherence;
  if (contact.kind === 'walk-in' || scored === undefined) return null;
  const adherence = judge(id, scored);
  const ids = adherence.lines.flatMap(({ situation }) => situation ?? []);
  const titles = Object.fromEntries(ids.map((id) => [id, title(id)]));
  return { adherence, startedAt: contact.startedAt, titles };
}
