import * as v from 'valibot';
import { may, permissionSchema, type Role } from '../../contract/api/members/role.ts';
import { text } from '../../contract/team/envelope.ts';

/** Receivers of an event: every role with the permission, and these agents by their numbers. */
export const audienceSchema = v.strictObject({
  permission: v.nullable(permissionSchema),
  agents: v.pipe(v.array(text(40)), v.readonly()),
});

export type Audience = Readonly<v.InferOutput<typeof audienceSchema>>;

export const EVERYBODY: Audience = { permission: 'participate', agents: [] };

export function isAddressed(
  { role, number }: { readonly role: Role; readonly number: string },
  { permission, agents }: Audience,
): boolean {
  return (permission !== null && may(role, permission)) || agents.includes(number);
}
