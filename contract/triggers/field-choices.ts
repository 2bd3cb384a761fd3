import * as v from 'valibot';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { CallPhase } from '../pack/call-phase.ts';
import type { EditorField } from '../pack/editor-field.ts';
import type { PlainKey } from '../words.ts';

/** Phases of a call as a lead reads them. */
export const PHASE_WORDS = {
  ringing: 'trigger.phases.ringing',
  dialling: 'trigger.phases.dialling',
  greeting: 'trigger.phases.greeting',
  greeted: 'trigger.phases.greeted',
  talking: 'trigger.phases.talking',
  waiting: 'trigger.phases.waiting',
  'after-goodbye': 'trigger.phases.afterGoodbye',
  'wrap-up': 'trigger.phases.wrapUp',
} as const satisfies Record<CallPhase, PlainKey>;

export const PHASE_FIELD: EditorField<CallPhase> = {
  kind: 'choice',
  label: 'lead.phase',
  choices: PHASE_WORDS,
};

export const WAIT_WORDS = {
  hold: 'trigger.waits.hold',
  mute: 'trigger.waits.mute',
  either: 'trigger.waits.either',
} as const satisfies Record<WaitKind | 'either', PlainKey>;

/** Which way of waiting a trigger is about. */
export const waitSchema = v.picklist(['hold', 'mute', 'either']);

export type WaitChoice = v.InferOutput<typeof waitSchema>;

export const WAIT_FIELD: EditorField<WaitChoice> = {
  kind: 'choice',
  label: 'lead.waitKind',
  choices: WAIT_WORDS,
};

export const CATEGORY_CHOICES: Readonly<Record<ContactCategory, PlainKey>> = {
  query: 'lead.category.query',
  business: 'lead.category.business',
  complaint: 'lead.category.complaint',
};
