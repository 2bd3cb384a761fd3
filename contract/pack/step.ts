import * as v from 'valibot';
import { callBackOutcomeSchema } from './call-back-outcome.ts';
import { workOrderDueSchema } from './follow-up.ts';
import { harassmentEndingSchema } from './harassment-ending.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { variantSchema } from './variant.ts';

/**
 * Ends a wait early: the caller speaks; the caller answers (the agent presses a key); the line is
 * good again, where speech proves nothing, because a bad line carries it all the time.
 */
export const waitEnderSchema = v.picklist(['speech', 'answer', 'better-line']);

/** A pause that is counted down on screen; then the script continues automatically. */
export const waitSchema = v.strictObject({
  seconds: range(1, 120, 's'),
  endedBy: v.optional(v.array(waitEnderSchema), []),
  /** On an early end: continue with the next step, or stop because the caller is there. */
  onEnd: v.optional(v.picklist(['next', 'stop']), 'next'),
  /** The hang-up guard waits for its seconds. */
  mandatory: v.optional(v.boolean(), true),
});

/** Where a script continues: a step of this situation, another situation, or nowhere. */
export const targetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('step'), step: idSchema }),
  v.strictObject({ kind: v.literal('situation'), situation: idSchema }),
  v.strictObject({ kind: v.literal('end') }),
]);

const spoken = {
  id: idSchema,
  /**
   * Pending for the hang-up guard until it is done; skipping does not count. After a branch the
   * shortest remaining path to the hang-up decides what is pending.
   */
  mandatory: v.optional(v.boolean(), false),
  wait: v.optional(waitSchema),
  /**
   * The caller was asked to fetch somebody or something: silence during this step is no sign of a
   * dead line.
   */
  callerIsAway: v.optional(v.boolean()),
  /** By default the following step; after the last one the script ends. */
  next: v.optional(targetSchema),
  /** Saying or doing it promises the follow-up of the situation. */
  commits: v.optional(v.boolean()),
  /** Deadline that it promises, if not the follow-up's. */
  due: v.optional(workOrderDueSchema),
};

const saySchema = v.strictObject({
  ...spoken,
  kind: v.literal('say'),
  text: localizedTextSchema,
  /** After this sentence the caller is expected to hang up. */
  isGoodbye: v.optional(v.boolean()),
  /** Asks for the caller's name: passed over when it is known. */
  asksName: v.optional(v.boolean()),
  /** The first variant whose conditions all hold replaces `text`. */
  variants: v.optional(v.array(variantSchema), []),
});

/** What a step can ask the agent to do. The host never does it automatically. */
export const actionSchema = v.picklist([
  'listen',
  /** How to speak: slower, a little louder, calm. */
  'manner',
  'note',
  'ask-name',
  'hold',
  'mute',
  /** Either of the two. */
  'hold-or-mute',
  'resume',
  'look-up',
  'verify',
  'transfer',
  'call-supervisor',
  'work-order',
  'register-number',
  'send-material',
  'hang-up',
  'let-caller-hang-up',
  'call-back',
]);

const doSchema = v.strictObject({
  ...spoken,
  kind: v.literal('do'),
  action: actionSchema,
  /** The instruction, addressed to the agent, not spoken. */
  text: localizedTextSchema,
  /** Directory entry that a `transfer`, `call-supervisor` or `call-back` step offers to dial. */
  transferTo: v.optional(idSchema),
});

const branchSchema = v.strictObject({
  kind: v.literal('branch'),
  id: idSchema,
  /** The question to the agent: what did the caller say? */
  text: localizedTextSchema,
  options: v.pipe(
    v.array(
      v.strictObject({
        id: idSchema,
        label: localizedTextSchema,
        to: targetSchema,
        /** Sets the call-back result; the last such choice of a call counts. */
        callBack: v.optional(callBackOutcomeSchema),
        /** Sets how a harassing call ended. */
        ending: v.optional(harassmentEndingSchema),
        /** True: this answer promises the situation's follow-up; false: nothing is left. */
        commits: v.optional(v.boolean()),
      }),
    ),
    v.minLength(2),
    v.maxLength(6),
  ),
});

export const stepSchema = v.variant('kind', [saySchema, doSchema, branchSchema]);

export type Step = v.InferOutput<typeof stepSchema>;
export type SayStep = v.InferOutput<typeof saySchema>;
export type DoStep = v.InferOutput<typeof doSchema>;
export type BranchStep = v.InferOutput<typeof branchSchema>;
export type Target = v.InferOutput<typeof targetSchema>;
export type Wait = v.InferOutput<typeof waitSchema>;
export type WaitEnder = v.InferOutput<typeof waitEnderSchema>;
export type StepAction = v.InferOutput<typeof actionSchema>;
