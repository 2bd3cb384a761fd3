import * as v from 'valibot';
import { maskText } from '../numbers/mask.ts';
import { detailFieldSchema } from '../pack/follow-up.ts';
import type { NoteFields } from './note.ts';

/** Masks every number in what the caller was asked for. */
export function maskDetails(details: NoteFields['details']): NoteFields['details'] {
  return Object.fromEntries(
    Object.entries(details).flatMap(([field, text]) =>
      v.is(detailFieldSchema, field) && text !== undefined ? [[field, maskText(text)]] : [],
    ),
  );
}
