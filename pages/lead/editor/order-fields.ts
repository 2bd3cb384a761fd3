import { i18n } from '#i18n';
import type { EditorField, EditorFields } from '../../../contract/pack/editor-field.ts';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import type {
  WorkOrderDeadline,
  WorkOrderKind,
  WorkOrderStage,
} from '../../../contract/pack/work-order-kind.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { CATEGORY_CHOICES } from '../../../contract/triggers/field-choices.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import { DUE } from './follow-up-fields.ts';

const A_DAY: TimeLimit = { unit: 'h', count: 24 };

/** With a clock of its own, so that no order can stay in it without a limit. */
const NEW_STAGE: WorkOrderStage = {
  id: 'stage',
  name: BLANK_TEXT,
  owner: '',
  within: A_DAY,
  warnBefore: 60,
  next: [],
};

const STARTS = {
  kind: 'named',
  label: 'lead.form.starts',
  from: 'deadlines',
  none: 'lead.form.none',
} as const;

const STAGE_FIELDS: EditorFields<WorkOrderStage> = {
  name: { kind: 'localized', label: 'lead.entryName' },
  owner: { kind: 'named', label: 'lead.form.owner', from: 'owners' },
  within: { kind: 'limit', label: 'lead.form.within', optional: 'lead.form.hasClock' },
  warnBefore: { kind: 'number', label: 'lead.form.warnBefore', unit: 'lead.unit.minutes' },
  whenOver: {
    kind: 'variant',
    by: 'does',
    label: 'lead.form.whenOver',
    none: 'lead.overdue.nothing',
    choices: { move: 'lead.overdue.move', 'make-major': 'lead.overdue.makeMajor' },
    blank: { move: { does: 'move', to: '' }, 'make-major': { does: 'make-major' } },
    cases: {
      move: { to: { kind: 'named', label: 'lead.form.toStage', from: 'stages' }, starts: STARTS },
      'make-major': {},
    },
  },
  returns: {
    kind: 'group',
    blank: { to: '', within: A_DAY, clock: false },
    present: { by: 'to', none: 'lead.form.none' },
    fields: {
      to: { kind: 'named', label: 'lead.form.returns', from: 'stages' },
      within: { kind: 'limit', label: 'lead.form.within' },
      clock: { kind: 'tick', label: 'lead.form.hasClock' },
    },
  },
  next: {
    kind: 'list',
    nth: 'lead.form.nthWay',
    add: [{ words: 'lead.form.addWay', blank: { to: '', label: BLANK_TEXT } }],
    item: {
      kind: 'group',
      fields: {
        label: { kind: 'localized', label: 'lead.form.wayLabel' },
        to: { kind: 'named', label: 'lead.form.toStage', from: 'stages' },
        starts: STARTS,
      },
    },
  },
};

/** A clock of the whole order. */
const DEADLINE_FIELDS: EditorFields<WorkOrderDeadline> = {
  name: { kind: 'localized', label: 'lead.entryName' },
  owner: { kind: 'named', label: 'lead.form.owner', from: 'owners' },
  within: { kind: 'limit', label: 'lead.form.within' },
  warnBefore: { kind: 'number', label: 'lead.form.warnBefore', unit: 'lead.unit.minutes' },
  from: {
    kind: 'choice',
    label: 'lead.form.runsFrom',
    choices: { opened: 'lead.clockFrom.opened', move: 'lead.clockFrom.move' },
  },
  runsFor: {
    kind: 'choice',
    label: 'lead.form.runsFor',
    choices: {
      all: 'lead.clockFor.all',
      ordinary: 'lead.clockFor.ordinary',
      major: 'lead.clockFor.major',
    },
  },
  metBy: {
    kind: 'choice',
    label: 'lead.form.metBy',
    choices: { closed: 'lead.clockMetBy.closed', 'caller-informed': 'lead.clockMetBy.callerInformed' },
  },
  thenNotSatisfied: { kind: 'tick', label: 'lead.form.thenNotSatisfied' },
};

const KIND_FIELDS: EditorFields<WorkOrderKind> = {
  name: { kind: 'localized', label: 'lead.entryName' },
  category: {
    kind: 'choice',
    label: 'lead.form.category',
    choices: CATEGORY_CHOICES,
  },
  promise: { kind: 'choice', label: 'lead.form.promise', choices: DUE, none: 'lead.form.none' },
  up: { kind: 'named', label: 'lead.form.up', from: 'work-order-kinds', none: 'lead.form.none' },
  opens: { kind: 'tick', label: 'lead.form.opens' },
  record: { kind: 'tick', label: 'lead.form.record' },
  canBeMajor: { kind: 'tick', label: 'lead.form.canBeMajor' },
  copiedTo: { kind: 'named-set', label: 'lead.form.copiedTo', from: 'owners' },
  reportedTo: { kind: 'named-set', label: 'lead.form.reportedTo', from: 'owners' },
  stages: {
    kind: 'list',
    part: 'lead.form.stages',
    nth: 'lead.form.nthStage',
    head: ({ name }, language, n) => `${n + 1}. ${textOr(name, language)}`,
    add: [{ words: 'lead.form.addStage', blank: NEW_STAGE }],
    item: { kind: 'group', fields: STAGE_FIELDS },
  },
  deadlines: {
    kind: 'list',
    part: 'lead.form.clocks',
    nth: 'lead.form.nthClock',
    head: ({ name }, language) => textOr(name, language),
    add: [
      {
        words: 'lead.form.addClock',
        blank: {
          id: 'clock',
          name: BLANK_TEXT,
          owner: '',
          within: A_DAY,
          warnBefore: 60,
          from: 'opened',
          runsFor: 'all',
          metBy: 'closed',
          thenNotSatisfied: false,
        },
      },
    ],
    item: { kind: 'group', fields: DEADLINE_FIELDS },
  },
};

const KINDS: EditorField<WorkOrderKind[]> = {
  kind: 'list',
  part: 'lead.form.kinds',
  why: 'lead.form.kindsWhy',
  nth: 'lead.form.nthKind',
  head: ({ name }, language) => textOr(name, language),
  add: [
    {
      words: 'lead.form.addKind',
      blank: {
        id: 'kind',
        name: BLANK_TEXT,
        category: 'business',
        opens: true,
        record: false,
        canBeMajor: false,
        copiedTo: [],
        reportedTo: [],
        stages: [{ ...NEW_STAGE, id: 'stage-1' }],
        deadlines: [],
      },
    },
  ],
  item: {
    kind: 'group',
    folded: ({ stages, deadlines }) =>
      i18n.t('lead.form.kindMore', { stages: stages.length, clocks: deadlines.length }),
    fields: KIND_FIELDS,
  },
};

export const ORDER_FIELDS: EditorFields<WorkOrders> = {
  kinds: KINDS,
  owners: {
    kind: 'list',
    part: 'lead.form.owners',
    why: 'lead.form.ownersWhy',
    nth: 'lead.form.nthOwner',
    add: [{ words: 'lead.form.addOwner', blank: { id: 'owner', name: BLANK_TEXT } }],
    item: {
      kind: 'group',
      fields: {
        name: { kind: 'localized', label: 'lead.form.owner' },
        deputy: { kind: 'named', label: 'lead.form.deputy', from: 'owners', none: 'lead.form.none' },
      },
    },
  },
  major: {
    kind: 'group',
    part: 'lead.form.major',
    why: 'lead.form.majorWhy',
    fields: {
      batchCustomers: { kind: 'number', label: 'lead.form.batchCustomers', unit: 'lead.unit.people' },
      batchDays: { kind: 'number', label: 'lead.form.batchDays', unit: 'lead.unit.days' },
      copiedTo: { kind: 'named-set', label: 'lead.form.copiedTo', from: 'owners' },
    },
  },
  promisesInWorkingDays: {
    kind: 'list',
    part: 'lead.form.dayPromises',
    why: 'lead.form.dayPromisesWhy',
    nth: 'lead.form.nthPromise',
    add: [{ words: 'lead.form.addPromise', blank: 1 }],
    item: { kind: 'number', unit: 'lead.form.workingDays' },
  },
};
