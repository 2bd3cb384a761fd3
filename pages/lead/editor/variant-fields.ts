import { i18n } from '#i18n';
import type { EditorField } from '../../../contract/pack/editor-field.ts';
import type { Condition, Variant } from '../../../contract/pack/variant.ts';
import { BLANK_TEXT } from '../fields/localized-field.tsx';
import { CLOCK_SPAN } from './clock-span-fields.ts';

const KINDS = {
  'time-of-day': 'lead.conditionKind.timeOfDay',
  festival: 'lead.conditionKind.festival',
  'answered-late': 'lead.conditionKind.answeredLate',
  'name-known': 'lead.conditionKind.nameKnown',
  'caller-spoke': 'lead.conditionKind.callerSpoke',
  complaint: 'lead.conditionKind.complaint',
  'mid-call': 'lead.conditionKind.midCall',
  'nothing-noted': 'lead.conditionKind.nothingNoted',
  'number-shown': 'lead.conditionKind.numberShown',
  'supervisor-away': 'lead.conditionKind.supervisorAway',
  direction: 'lead.conditionKind.direction',
} as const;

export const DIRECTIONS = {
  inbound: 'lead.callDirection.inbound',
  outbound: 'lead.callDirection.outbound',
} as const;

const CONDITIONS: EditorField<Condition[]> = {
  kind: 'list',
  nth: 'lead.nthCondition',
  add: [{ words: 'lead.addCondition', blank: { kind: 'name-known' } }],
  item: {
    kind: 'variant',
    by: 'kind',
    label: 'lead.condition',
    choices: KINDS,
    blank: {
      'time-of-day': { kind: 'time-of-day', from: '08:00', to: '12:00' },
      festival: { kind: 'festival' },
      'answered-late': { kind: 'answered-late' },
      'name-known': { kind: 'name-known' },
      'caller-spoke': { kind: 'caller-spoke' },
      complaint: { kind: 'complaint' },
      'mid-call': { kind: 'mid-call' },
      'nothing-noted': { kind: 'nothing-noted' },
      'number-shown': { kind: 'number-shown' },
      'supervisor-away': { kind: 'supervisor-away' },
      direction: { kind: 'direction', direction: 'inbound' },
    },
    cases: {
      'time-of-day': CLOCK_SPAN,
      festival: {
        festival: {
          kind: 'named',
          label: 'lead.festival',
          from: 'festivals',
          none: 'lead.anyFestival',
        },
      },
      'answered-late': {},
      'name-known': {},
      'caller-spoke': {},
      complaint: {},
      'mid-call': {},
      'nothing-noted': {},
      'number-shown': {},
      'supervisor-away': {},
      direction: { direction: { kind: 'choice', label: 'lead.direction', choices: DIRECTIONS } },
    },
  },
};

/**
 * Other words for the same step, each with its conditions. Folded, because most steps have none.
 */
export const VARIANTS: EditorField<Variant[]> = {
  kind: 'list',
  nth: 'lead.nthVariant',
  folded: ({ length }) => i18n.t('lead.variants', { count: length }),
  head: ({ when }) => when.map(({ kind }) => i18n.t(KINDS[kind])).join(' + '),
  add: [{ words: 'lead.addVariant', blank: { when: [{ kind: 'name-known' }], text: BLANK_TEXT } }],
  item: {
    kind: 'group',
    fields: { when: CONDITIONS, text: { kind: 'localized', label: 'lead.variantText' } },
  },
};
