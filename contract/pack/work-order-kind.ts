import * as v from 'valibot';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { workOrderDueSchema } from './follow-up.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { timeLimitSchema } from './time-limit.ts';

/** Where the pack says nothing; a shorter limit warns from its start. */
export const USUAL_WARNING_MINUTES = 10;

/** The clock warns once it has only so long to run. */
const warnBefore = v.optional(range(1, 1440, 'min'), USUAL_WARNING_MINUTES);

/** One station of an order. Its clock starts when the stage receives the order. */
const stageSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  owner: idSchema,
  /** Without it the order's own deadlines are the only clocks. */
  within: v.optional(timeLimitSchema),
  warnBefore,
  /** Next stages with their button labels. */
  next: v.optional(
    v.array(
      v.strictObject({
        to: idSchema,
        label: localizedTextSchema,
        /** Deadline that starts with this move, unless it has started. */
        starts: v.optional(idSchema),
      }),
    ),
    [],
  ),
  /** Return to an earlier stage with remarks, within a limit after arrival here. */
  returns: v.optional(
    v.strictObject({
      to: idSchema,
      within: timeLimitSchema,
      /** The limit is a clock of its own, which warns, and counts once the order is returned. */
      clock: v.optional(v.boolean(), false),
    }),
  ),
  /** Automatic action when the deadline passes; without it the order is only overdue. */
  whenOver: v.optional(
    v.variant('does', [
      v.strictObject({ does: v.literal('move'), to: idSchema, starts: v.optional(idSchema) }),
      v.strictObject({ does: v.literal('make-major') }),
    ]),
  ),
});

/** A deadline of the whole order, in addition to those of its stages. */
const deadlineSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  owner: idSchema,
  within: timeLimitSchema,
  warnBefore,
  /** `opened`: from opening, or from becoming major. `move`: from a move that names it. */
  from: v.picklist(['opened', 'move']),
  runsFor: v.optional(v.picklist(['all', 'ordinary', 'major']), 'all'),
  metBy: v.picklist(['closed', 'caller-informed']),
  /** After it the order can only be closed as not satisfied. */
  thenNotSatisfied: v.optional(v.boolean(), false),
});

/** A kind of work order and its stages (handbook §4). */
export const workOrderKindSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  category: contactCategorySchema,
  /** Offered for a contact; the others follow upon another order. */
  opens: v.optional(v.boolean(), true),
  /** Has a complaint record (handbook §4.1). */
  record: v.optional(v.boolean(), false),
  /** Can become major and counts towards a batch. */
  canBeMajor: v.optional(v.boolean(), false),
  /** The promise that is offered first. */
  promise: v.optional(workOrderDueSchema),
  /** Kind of the order that escalates it if the caller does not accept the outcome. */
  up: v.optional(idSchema),
  /** Owners who get a copy. */
  copiedTo: v.optional(v.array(idSchema), []),
  /** Owners who get a report if it closes as not satisfied. */
  reportedTo: v.optional(v.array(idSchema), []),
  stages: v.pipe(v.array(stageSchema), v.minLength(1), v.maxLength(20)),
  deadlines: v.optional(v.array(deadlineSchema), []),
});

export type WorkOrderKind = v.InferOutput<typeof workOrderKindSchema>;
export type WorkOrderStage = v.InferOutput<typeof stageSchema>;
export type WorkOrderDeadline = v.InferOutput<typeof deadlineSchema>;
