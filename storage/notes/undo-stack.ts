import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import { type NoteFields, noteFieldsSchema } from '../../contract/note/note.ts';
import type { Database, Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';

/** Limits per direction: steps, and characters of text in all of them. */
const MOST_STEPS = 50;
const MOST_CHARACTERS = 100_000;

/** Typing without such a pause is one undo step, up to this total length. */
const PAUSE_MS = 1_000;
const LONGEST_STEP_MS = 5_000;

const undoStackSchema = v.strictObject({
  /** Oldest first: the fields before each step. */
  undo: v.array(noteFieldsSchema),
  redo: v.array(noteFieldsSchema),
});

export type UndoStack = Readonly<v.InferOutput<typeof undoStackSchema>>;

const EMPTY_STACK: UndoStack = { undo: [], redo: [] };

/** The step that is being typed: its fields, its start, and the last keystroke. */
export interface TypingStep {
  readonly fields: string;
  readonly since: Instant;
  readonly last: Instant;
}

/** The step to which a keystroke belongs: `step` extended, or a new one. */
export function stepFor(step: TypingStep | null, patch: Partial<NoteFields>, at: Instant): TypingStep {
  const fields = Object.keys(patch).sort().join();
  const goesOn =
    step !== null && step.fields === fields && at - step.last < PAUSE_MS && at - step.since < LONGEST_STEP_MS;
  return goesOn ? { ...step, last: at } : { fields, since: at, last: at };
}

/** Remembers the fields before a step, and forgets the steps that could be redone. */
export function remember(stack: UndoStack, before: NoteFields): UndoStack {
  return { undo: bounded([...stack.undo, before]), redo: [] };
}

export function undoStep(stack: UndoStack, now: NoteFields): { stack: UndoStack; fields: NoteFields } | null {
  const fields = stack.undo.at(-1);
  if (fields === undefined) return null;
  return { fields, stack: { undo: stack.undo.slice(0, -1), redo: bounded([...stack.redo, now]) } };
}

export function redoStep(stack: UndoStack, now: NoteFields): { stack: UndoStack; fields: NoteFields } | null {
  const fields = stack.redo.at(-1);
  if (fields === undefined) return null;
  return { fields, stack: { undo: bounded([...stack.undo, now]), redo: stack.redo.slice(0, -1) } };
}

/** Empty if there is none, or none that can be decrypted now. */
export async function readUndoStack(
  { database, codec }: { readonly database: Database; readonly codec: Codec },
  note: string,
): Promise<UndoStack> {
  const row = await database.undo.get(note);
  if (row === undefined) return EMPTY_STACK;
  const decoded = await codec.decode('undo', note, row.encrypted);
  const parsed = v.safeParse(undoStackSchema, decoded.ok ? decoded.record : null);
  return parsed.success ? parsed.output : EMPTY_STACK;
}

export async function encryptUndoStack(codec: Codec, note: string, stack: UndoStack): Promise<Rows['undo']> {
  const [{ agent }, encrypted] = await Promise.all([codec.writer(), codec.encode('undo', note, stack)]);
  return { note, agent, encrypted };
}

/** Drops the oldest steps; the newest always stays, however long. */
function bounded(steps: readonly NoteFields[]): NoteFields[] {
  let characters = 0;
  const kept = steps.slice(-MOST_STEPS);
  const tooOld = kept.findLastIndex((fields) => {
    characters += fields.text.length;
    return characters > MOST_CHARACTERS;
  });
  return kept.slice(Math.min(tooOld + 1, kept.length - 1));
}
