import * as v from 'valibot';
import { i18n } from '#i18n';
import { detailFieldSchema, type NoteField } from '../../contract/pack/follow-up.ts';

const WORDS = {
  'caller-name': () => i18n.t('lead.noteField.callerName'),
  'caller-number': () => i18n.t('lead.noteField.callerNumber'),
  matter: () => i18n.t('lead.noteField.matter'),
  'requested-remedy': () => i18n.t('lead.noteField.requestedRemedy'),
  mood: () => i18n.t('lead.noteField.mood'),
  'region-or-store': () => i18n.t('lead.noteField.regionOrStore'),
  'happened-at': () => i18n.t('lead.noteField.happenedAt'),
  'product-or-service': () => i18n.t('lead.noteField.productOrService'),
  'checked-so-far': () => i18n.t('lead.noteField.checkedSoFar'),
  'why-not-satisfied': () => i18n.t('lead.noteField.whyNotSatisfied'),
  difficulty: () => i18n.t('lead.noteField.difficulty'),
  'asked-for': () => i18n.t('lead.noteField.askedFor'),
  message: () => i18n.t('lead.noteField.message'),
  'staff-number': () => i18n.t('lead.noteField.staffNumber'),
  'harassment-kind': () => i18n.t('lead.noteField.harassmentKind'),
  'answer-given': () => i18n.t('lead.noteField.answerGiven'),
  satisfaction: () => i18n.t('lead.noteField.satisfaction'),
} as const satisfies Record<NoteField, () => string>;

export function fieldWord(field: NoteField): string {
  return WORDS[field]();
}

/** A field of a later version is named as it is stored. */
export function detailWord(field: string): string {
  return v.is(detailFieldSchema, field) ? fieldWord(field) : field;
}
