import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { orderSourceSchema } from '../../team/order-number.ts';
import { idSchema } from '../sync/sync-item.ts';
import { roleSchema } from './role.ts';
import { workOrderRoleSchema } from './work-order-role.ts';

export const LONGEST_NAME = 80;
export const LONGEST_AGENT_NUMBER = 40;

/** No control characters or lone surrogates: PostgreSQL does not store them. */
const nameSchema = v.pipe(v.string(), v.trim(), v.regex(/^\P{C}{1,80}$/u));
/** 工号: the only thing that a caller learns about an agent. */
const agentNumberSchema = v.pipe(v.string(), v.trim(), v.regex(/^\P{C}{1,40}$/u));

const daysSchema = wholeNumber(1, 3_650);

export const MOST_LOCK_MINUTES = 480;
export const lockMinutesSchema = wholeNumber(1, MOST_LOCK_MINUTES);

export const newMemberSchema = v.strictObject({
  number: agentNumberSchema,
  name: nameSchema,
  role: roleSchema,
  /** Left out: the default of the role. */
  workOrderRole: v.optional(workOrderRoleSchema),
});

export const memberSchema = v.strictObject({
  id: idSchema,
  team: idSchema,
  ...newMemberSchema.entries,
  workOrderRole: v.optional(workOrderRoleSchema, 'agent'),
  joinedAt: instantSchema,
  /** Null while the member belongs to the team. */
  leftAt: v.nullable(instantSchema),
});

/** Only named fields change. `left`: every device of the member is revoked. */
export const memberChangeSchema = v.strictObject({
  name: v.optional(nameSchema),
  role: v.optional(roleSchema),
  workOrderRole: v.optional(workOrderRoleSchema),
  left: v.optional(v.boolean()),
});

export const teamSchema = v.strictObject({
  id: idSchema,
  name: nameSchema,
  /** Days that notes and team events are kept; null: for ever. */
  retentionDays: v.nullable(daysSchema),
});

export const newTeamSchema = v.strictObject({ name: nameSchema });

export const teamChangeSchema = v.strictObject({
  name: v.optional(nameSchema),
  retentionDays: v.optional(v.nullable(daysSchema)),
});

/** A browser profile enrolled by a member. */
export const deviceSchema = v.strictObject({
  id: idSchema,
  member: idSchema,
  label: text(80),
  madeAt: instantSchema,
  lastUsedAt: v.nullable(instantSchema),
  revokedAt: v.nullable(instantSchema),
});

/** A device of the member who asks. */
export const ownDeviceSchema = v.strictObject({
  id: idSchema,
  label: text(80),
  madeAt: instantSchema,
  lastUsedAt: v.nullable(instantSchema),
  /** Who made its code; null: the server, or a sign-in by the company's account. */
  codeBy: v.nullable(v.strictObject({ number: text(LONGEST_AGENT_NUMBER), name: text(LONGEST_NAME) })),
});

/**
 * The device's member, and what the device needs to know of the team. Other fields are left out:
 * links from before SYNC_VERSION 4 hold a key of numbers.
 */
export const meSchema = v.object({
  organisation: v.strictObject({ id: idSchema, name: text(80) }),
  team: teamSchema,
  member: memberSchema,
  device: idSchema,
  /** Missing in links from before SYNC_VERSION 5, until the server is asked again. */
  orderSource: v.exactOptional(orderSourceSchema),
  /** Minutes without use after which the device locks at the latest; null: it decides. */
  lockAfterMinutes: v.optional(v.nullable(lockMinutesSchema)),
});

export type NewMember = v.InferOutput<typeof newMemberSchema>;
export type Member = Readonly<v.InferOutput<typeof memberSchema>>;
export type MemberChange = v.InferOutput<typeof memberChangeSchema>;
export type Team = Readonly<v.InferOutput<typeof teamSchema>>;
export type OwnDevice = Readonly<v.InferOutput<typeof ownDeviceSchema>>;
export type Device = Readonly<v.InferOutput<typeof deviceSchema>>;
export type Me = Readonly<v.InferOutput<typeof meSchema>>;
