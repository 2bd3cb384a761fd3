import type { EditorField } from '../../../contract/pack/editor-field.ts';
import type { FollowUp } from '../../../contract/pack/follow-up.ts';

export const DUE = {
  supervisor: 'lead.due.supervisor',
  simple: 'lead.due.simple',
  complex: 'lead.due.complex',
  agreed: 'lead.due.agreed',
  'next-shift': 'lead.due.nextShift',
} as const;

/** What follows a situation after the call: work order, call-back, what the note should hold. */
export const FOLLOW_UP: EditorField<FollowUp | undefined> = {
  kind: 'group',
  blank: { noteFields: [], warning: false, remark: false },
  present: 'unless-blank',
  fields: {
    workOrder: {
      kind: 'group',
      blank: { kind: '', due: 'simple', asBefore: false },
      present: { by: 'kind', none: 'lead.noOrder' },
      fields: {
        kind: { kind: 'named', label: 'lead.order', from: 'work-order-kinds' },
        due: { kind: 'choice', label: 'lead.orderDue', choices: DUE },
        dueForVip: {
          kind: 'choice',
          label: 'lead.orderDueForVip',
          choices: DUE,
          none: 'lead.sameForVip',
        },
        asBefore: { kind: 'tick', label: 'lead.orderAsBefore' },
      },
    },
    callBack: { kind: 'choice', label: 'lead.callBack', choices: DUE, none: 'lead.noCallBack' },
    transferTo: { kind: 'named', label: 'lead.transferTo', from: 'directory', none: 'lead.nobody' },
    offerBreak: { kind: 'named', label: 'lead.offerBreak', from: 'breaks', none: 'lead.noBreak' },
    warning: { kind: 'tick', label: 'lead.warning' },
    remark: { kind: 'tick', label: 'lead.remark' },
    noteFields: {
      kind: 'choices',
      label: 'lead.noteFields',
      choices: {
        'caller-name': 'lead.noteField.callerName',
        'caller-number': 'lead.noteField.callerNumber',
        matter: 'lead.noteField.matter',
        'requested-remedy': 'lead.noteField.requestedRemedy',
        mood: 'lead.noteField.mood',
        'region-or-store': 'lead.noteField.regionOrStore',
        'happened-at': 'lead.noteField.happenedAt',
        'product-or-service': 'lead.noteField.productOrService',
        'checked-so-far': 'lead.noteField.checkedSoFar',
        'why-not-satisfied': 'lead.noteField.whyNotSatisfied',
        difficulty: 'lead.noteField.difficulty',
        'asked-for': 'lead.noteField.askedFor',
        message: 'lead.noteField.message',
        'staff-number': 'lead.noteField.staffNumber',
        'harassment-kind': 'lead.noteField.harassmentKind',
        'answer-given': 'lead.noteField.answerGiven',
        satisfaction: 'lead.noteField.satisfaction',
      },
    },
  },
};
