import * as v from 'valibot';
import type { Database, Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';
import { EMPTY_STACK, type UndoStack, undoStackSchema } from './undo-stack.ts';

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
