import { i18n } from '#i18n';
import type { ContactCategory } from '../../../calls/vocabulary/contact-category.ts';
import type { NumberStatus } from '../../../calls/vocabulary/number-status.ts';
import type { PlainKey } from '../../../contract/pack/editor-field.ts';
import type { Brings } from '../../../contract/triggers/brings.ts';
import type { CallBackDueTrigger } from '../../../contract/triggers/call-back-due.ts';
import type { DateTrigger } from '../../../contract/triggers/date.ts';
import type { Choice } from '../fields/pick-field.tsx';

type Words<Id extends string> = Readonly<Record<Id, PlainKey>>;

export const BRINGS_WORDS: Words<Brings> = {
  script: 'lead.bringsAs.script',
  suggestion: 'lead.bringsAs.suggestion',
};

export const SIDE_WORDS: Words<'remote' | 'agent'> = {
  remote: 'lead.silentSide.remote',
  agent: 'lead.silentSide.agent',
};

export const DIRECTION_WORDS: Words<'inbound' | 'outbound'> = {
  inbound: 'lead.callDirection.inbound',
  outbound: 'lead.callDirection.outbound',
};

export const NUMBER_STATUS_WORDS: Words<NumberStatus> = {
  harassment: 'lead.numberStatus.harassment',
  vip: 'lead.numberStatus.vip',
  'open-complaint': 'lead.numberStatus.openComplaint',
  'open-work-order': 'lead.numberStatus.openWorkOrder',
  'called-before': 'lead.numberStatus.calledBefore',
};

export const CATEGORY_WORDS: Words<ContactCategory> = {
  query: 'lead.category.query',
  business: 'lead.category.business',
  complaint: 'lead.category.complaint',
};

export const PROMISE_WORDS: Words<CallBackDueTrigger['what']> = {
  'promised-answer': 'lead.promiseKind.promisedAnswer',
  'call-back': 'lead.promiseKind.callBack',
};

export const DAYS_WORDS: Words<DateTrigger['days']['by']> = {
  festival: 'lead.dateKind.festival',
  year: 'lead.dateKind.year',
  once: 'lead.dateKind.once',
};

/** A closed vocabulary with its words, as the choices of a field. */
export function picksOf<Id extends string>(ids: readonly Id[], words: Words<Id>): readonly Choice<Id>[] {
  return ids.map((id) => ({ id, label: i18n.t(words[id]) }));
}
