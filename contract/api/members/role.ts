import * as v from 'valibot';

/** 坐席, 组长, 现场主管, 管理员. An admin acts in every team of the organisation, the others in their own. */
export const roleSchema = v.picklist(['agent', 'lead', 'supervisor', 'admin']);

export type Role = v.InferOutput<typeof roleSchema>;

/** What each role may. The server asks this table for every request; the desk shows only what it allows. */
const GRANTS = {
  /** Push and pull, one's own device, one's own state. */
  participate: ['agent', 'lead', 'supervisor', 'admin'],
  'see-presence': ['lead', 'supervisor', 'admin'],
  /** Acknowledge help requests, send messages into a call. */
  'assist-agents': ['lead', 'supervisor', 'admin'],
  /** Team events in another's name, for somebody without a browser. */
  'write-for-others': ['lead', 'supervisor', 'admin'],
  'review-notes': ['lead', 'supervisor', 'admin'],
  'see-figures': ['lead', 'supervisor', 'admin'],
  'export-notes': ['lead', 'admin'],
  'publish-packs': ['lead', 'admin'],
  'manage-members': ['lead', 'admin'],
  'manage-team': ['lead', 'admin'],
  'erase-numbers': ['lead', 'admin'],
  'read-audit': ['lead', 'admin'],
  'manage-organisation': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof GRANTS;

export function may(role: Role, permission: Permission): boolean {
  const granted: readonly Role[] = GRANTS[permission];
  return granted.includes(role);
}

/** Nobody gives, takes or enrols a role that is above their own: a code for an admin is an admin's to make. */
export function reaches(own: Role, role: Role): boolean {
  return role !== 'admin' || may(own, 'manage-organisation');
}
