import { may, type Permission, type Role } from '../../contract/api/members/role.ts';

/** Who of a team is told: everybody whose role has the permission, and these agents by their numbers. */
export interface Audience {
  readonly permission: Permission | null;
  readonly agents: readonly string[];
}

export const EVERYBODY: Audience = { permission: 'participate', agents: [] };

export function isAddressed(
  { role, number }: { readonly role: Role; readonly number: string },
  { permission, agents }: Audience,
): boolean {
  return (permission !== null && may(role, permission)) || agents.includes(number);
}
