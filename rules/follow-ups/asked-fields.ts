import * as v from 'valibot';
import type { NoteFields } from '../../contract/note/note.ts';
import { type DetailField, detailFieldSchema, type NoteField } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts } from '../call/call-facts.ts';
import { wasPutOff } from '../work-orders/promises-of-call.ts';

type Asking = Pick<CallFacts, 'met' | 'commitments' | 'stepsDone'>;

/** Every contact may be asked for these. */
const ALWAYS: readonly NoteField[] = ['caller-number', 'caller-name', 'matter'];

/**
 * What the caller may be asked for in the situations of the call, from the moment they come up:
 * each has its field at once.
 */
export function fieldsToAsk({ met }: Pick<CallFacts, 'met'>, { situations }: Pack): readonly NoteField[] {
  const asked = situations
    .filter(({ id }) => met.has(id))
    .flatMap(({ followUp }) => followUp?.noteFields ?? []);
  return [...new Set([...ALWAYS, ...asked])];
}

/**
 * What the note needs after the call. A script that was opened by mistake needs nothing, nor does
 * one whose follow-up was not promised.
 */
export function neededFields(
  { met, commitments, stepsDone }: Asking,
  { situations }: Pack,
): readonly NoteField[] {
  const needed = situations.filter(({ id, followUp }) => {
    if (followUp === undefined || !met.has(id)) return false;
    const { workOrder, callBack, warning, remark } = followUp;
    const leaves = workOrder !== undefined || callBack !== undefined || warning || remark;
    const commitment = commitments.get(id);
    if (leaves) return commitment !== undefined && !wasPutOff(followUp, commitment);
    return [...stepsDone.keys()].some((step) => step.startsWith(`${id}/`));
  });
  return [...new Set(needed.flatMap(({ followUp }) => followUp?.noteFields ?? []))];
}

/** Those that are empty. `number`: the caller's, empty if it was withheld. */
export function emptyFields(
  fields: readonly NoteField[],
  note: NoteFields,
  number: string,
): readonly NoteField[] {
  return fields.filter((field) => isEmpty(field, note, number));
}

function isEmpty(field: NoteField, note: NoteFields, number: string): boolean {
  switch (field) {
    case 'caller-name':
      return note.surname.trim() === '';
    case 'caller-number':
      return note.contactNumber.trim() === '' && number === '';
    case 'matter':
      return note.text.trim() === '';
    case 'satisfaction':
      return note.satisfied === null;
    case 'harassment-kind':
      return false;
    default:
      return (note.details[field] ?? '').trim() === '';
  }
}

export function isDetail(field: NoteField): field is DetailField {
  return v.is(detailFieldSchema, field);
}
