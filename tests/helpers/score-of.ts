import type { AdherenceKind, AdherenceLine } from '../../contract/note/adherence.ts';
import { EMPTY_FIELDS, type NoteFields } from '../../contract/note/note.ts';
import type { AfterCall } from '../../rules/adherence/judge-end.ts';
import { scoreCall } from '../../rules/adherence/score-call.ts';
import { pack } from '../../scripts/pack.yaml';
import { BEIJING, type ScriptStory } from './script-story.ts';

interface After {
  /** Fields of the note that are filled. */
  readonly note?: Partial<NoteFields>;
  /** What was promised is written down: all of it, or none. */
  readonly recorded?: boolean;
  /** Nothing is known of note and promises. */
  readonly unknown?: boolean;
  /** Scripts that the caller needed. */
  readonly expected?: readonly string[];
}

/** The lines of a story's call, of one kind. */
export function linesOf(
  story: ScriptStory,
  kind: AdherenceKind,
  after: After = {},
): readonly AdherenceLine[] {
  return scoreOf(story, after).filter((line) => line.kind === kind);
}

/** All lines of a story's call. */
export function scoreOf(story: ScriptStory, after: After = {}): readonly AdherenceLine[] {
  const { note = {}, recorded = true, unknown = false, expected = [] } = after;
  const known: AfterCall = { note: { ...EMPTY_FIELDS, ...note }, isRecorded: () => recorded };
  const adherence = scoreCall(
    {
      journal: story.keptJournal(),
      call: story.call,
      ...{ pack, expected, context: BEIJING },
      after: unknown ? { note: null, isRecorded: () => null } : known,
    },
    story.now,
  );
  if (adherence === null) throw new Error(`no call ${story.call}`);
  return adherence.lines;
}
