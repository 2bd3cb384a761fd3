import * as v from 'valibot';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { workOrderDueSchema } from './follow-up.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { timeLimitSchema } from './time-limit.ts';

/** A clock is said once it has only so long to run. */
const warnBefore = v.optional(range(1, 1440, 'min'), 10);

/** One station of an order. Its clock starts when the stage receives the order. */
const stageSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  owner: idSchema,
  /** Without it the order's own deadlines are the only clocks. */
  within: v.optional(timeLimitSchema),
  warnBefore,
  /** Where it can go from here, in the words of the one who presses. */
  next: v.optional(
    v.array(
      v.strictObject({
        to: idSchema,
        label: localizedTextSchema,
        /** Deadline that begins with this move, if it has not begun before. */
        starts: v.optional(idSchema),
      }),
    ),
    [],
  ),
  /** Back to an earlier stage with remarks; in time only so long after the order arrived here. */
  returns: v.optional(v.strictObject({ to: idSchema, within: timeLimitSchema })),
  /** What the end of the clock does by itself. Without it the clock only goes red. */
  whenOver: v.optional(
    v.variant('does', [
      v.strictObject({ does: v.literal('move'), to: idSchema, starts: v.optional(idSchema) }),
      v.strictObject({ does: v.literal('make-major') }),
    ]),
  ),
});

/** A clock of the whole order, beside those of its stages. */
const deadlineSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  owner: idSchema,
  within: timeLimitSchema,
  warnBefore,
  /** `opened`: from the beginning, or from the moment that made the order major. `move`: from a move that names it. */
  from: v.picklist(['opened', 'move']),
  runsFor: v.optional(v.picklist(['all', 'ordinary', 'major']), 'all'),
  metBy: v.picklist(['closed', 'caller-informed']),
  /** Once it is over, the order can only be closed as not satisfied. */
  thenNotSatisfied: v.optional(v.boolean(), false),
});

/** What lives on after a call, and the way it takes (handbook §4). */
export const workOrderKindSchema = v.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  category: contactCategorySchema,
  /** Offered for a contact; the others follow upon another order. */
  opens: v.optional(v.boolean(), true),
  /** It has the record of a complaint (handbook §4.1). */
  record: v.optional(v.boolean(), false),
  /** It can turn major, and counts towards a batch. */
  canBeMajor: v.optional(v.boolean(), false),
  /** The promise that is offered first. */
  promise: v.optional(workOrderDueSchema),
  /** Kind of the sheet that goes one level up when the caller does not accept the outcome. */
  up: v.optional(idSchema),
  /** Owners to whom it is copied. */
  copiedTo: v.optional(v.array(idSchema), []),
  /** Owners to whom a closing as not satisfied is reported. */
  reportedTo: v.optional(v.array(idSchema), []),
  stages: v.pipe(v.array(stageSchema), v.minLength(1), v.maxLength(20)),
  deadlines: v.optional(v.array(deadlineSchema), []),
});

export type WorkOrderKind = v.InferOutput<typeof workOrderKindSchema>;
export type WorkOrderStage = v.InferOutput<typeof stageSchema>;
export type WorkOrderDeadline = v.InferOutput<typeof deadlineSchema>;
