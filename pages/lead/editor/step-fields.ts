import { i18n } from '#i18n';
import type { EditorField, EditorFields } from '../../../contract/pack/editor-field.ts';
import type { BranchStep, DoStep, SayStep, Step } from '../../../contract/pack/step.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import { DUE } from './follow-up-fields.ts';
import { VARIANTS } from './variant-fields.ts';

/** What words and actions have in common. */
const SPOKEN: EditorFields<
  Pick<SayStep, 'wait' | 'mandatory' | 'callerIsAway' | 'next' | 'commits' | 'due'>
> = {
  wait: {
    kind: 'group',
    blank: { seconds: 5, endedBy: ['speech'], onEnd: 'next', mandatory: true },
    present: { tick: 'lead.waits' },
    fields: {
      seconds: { kind: 'number', label: 'lead.waitSeconds', unit: 'lead.unit.seconds' },
      endedBy: {
        kind: 'choices',
        label: 'lead.waitEndedBy',
        choices: {
          speech: 'lead.waitEnder.speech',
          answer: 'lead.waitEnder.answer',
          'better-line': 'lead.waitEnder.betterLine',
        },
      },
      onEnd: {
        kind: 'choice',
        label: 'lead.waitOnEnd',
        choices: { next: 'lead.waitOnEndChoice.next', stop: 'lead.waitOnEndChoice.stop' },
        when: ({ endedBy }) => endedBy.length > 0,
      },
      mandatory: { kind: 'tick', label: 'lead.waitMandatory' },
    },
  },
  mandatory: { kind: 'tick', label: 'lead.stepMandatory' },
  commits: { kind: 'tick', label: 'lead.commits' },
  due: {
    kind: 'choice',
    label: 'lead.orderDue',
    choices: DUE,
    none: 'lead.due.asSituation',
    when: ({ commits, due }) => commits === true || due !== undefined,
  },
  callerIsAway: { kind: 'tick', label: 'lead.stepCallerIsAway' },
  next: { kind: 'target', label: 'lead.then', following: 'lead.toFollowing' },
};

const SAY: EditorFields<SayStep> = {
  text: { kind: 'localized', label: 'lead.sayText' },
  ...SPOKEN,
  isGoodbye: { kind: 'tick', label: 'lead.stepIsGoodbye' },
  asksName: { kind: 'tick', label: 'lead.stepAsksName' },
  variants: VARIANTS,
};

const DIALS: ReadonlySet<DoStep['action']> = new Set(['transfer', 'call-supervisor', 'call-back']);

const DO: EditorFields<DoStep> = {
  action: {
    kind: 'choice',
    label: 'lead.action',
    choices: {
      listen: 'lead.stepAction.listen',
      manner: 'lead.stepAction.manner',
      note: 'lead.stepAction.note',
      'ask-name': 'lead.stepAction.askName',
      hold: 'lead.stepAction.hold',
      mute: 'lead.stepAction.mute',
      'hold-or-mute': 'lead.stepAction.holdOrMute',
      resume: 'lead.stepAction.resume',
      'look-up': 'lead.stepAction.lookUp',
      verify: 'lead.stepAction.verify',
      transfer: 'lead.stepAction.transfer',
      'call-supervisor': 'lead.stepAction.callSupervisor',
      'work-order': 'lead.stepAction.workOrder',
      'register-number': 'lead.stepAction.registerNumber',
      'send-material': 'lead.stepAction.sendMaterial',
      'hang-up': 'lead.stepAction.hangUp',
      'let-caller-hang-up': 'lead.stepAction.letCallerHangUp',
      'call-back': 'lead.stepAction.callBack',
    },
  },
  text: { kind: 'localized', label: 'lead.doText' },
  transferTo: {
    kind: 'named',
    label: 'lead.dials',
    from: 'directory',
    none: 'lead.nobody',
    when: ({ action, transferTo }) => DIALS.has(action) || transferTo !== undefined,
  },
  ...SPOKEN,
};

const END = { kind: 'end' } as const;

/**
 * A question to the agent. What an answer says of a call-back or a harassing call is not edited
 * here.
 */
const BRANCH: EditorFields<BranchStep> = {
  text: { kind: 'localized', label: 'lead.askText' },
  options: {
    kind: 'list',
    nth: 'lead.nthAnswer',
    head: ({ label }, language) => textOr(label, language),
    add: [{ words: 'lead.addAnswer', blank: { id: 'option', label: BLANK_TEXT, to: END } }],
    item: {
      kind: 'group',
      fields: {
        label: { kind: 'localized', label: 'lead.answerLabel' },
        to: { kind: 'target', label: 'lead.then' },
        commits: { kind: 'tick', label: 'lead.commits' },
      },
    },
  },
};

const KINDS = { say: 'lead.stepKind.say', do: 'lead.stepKind.do', branch: 'lead.stepKind.branch' } as const;

export const NEW_SAY: SayStep = { kind: 'say', id: 'step', mandatory: false, text: BLANK_TEXT, variants: [] };
const NEW_DO: DoStep = { kind: 'do', id: 'step', mandatory: false, action: 'listen', text: BLANK_TEXT };
const NEW_BRANCH: BranchStep = {
  kind: 'branch',
  id: 'step',
  text: BLANK_TEXT,
  options: [
    { id: 'option-1', label: BLANK_TEXT, to: END },
    { id: 'option-2', label: BLANK_TEXT, to: END },
  ],
};

export const STEPS: EditorField<Step[]> = {
  kind: 'list',
  nth: 'lead.nthStep',
  head: ({ text }, language) => textOr(text, language),
  badge: ({ kind }, n) => ({ text: `${n + 1} ${i18n.t(KINDS[kind])}`, strong: kind !== 'say' }),
  add: [
    { words: 'lead.addSay', blank: NEW_SAY },
    { words: 'lead.addDo', blank: NEW_DO },
    { words: 'lead.addAsk', blank: NEW_BRANCH },
  ],
  item: { kind: 'variant', by: 'kind', choices: KINDS, cases: { say: SAY, do: DO, branch: BRANCH } },
};
