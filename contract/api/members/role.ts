import * as v from 'valibot';

/** 坐席, 组长, 现场主管, 管理员. An admin acts in every team of the organisation, others in their own. */
export const roleSchema = v.picklist(['agent', 'lead', 'supervisor', 'admin']);

export type Role = v.InferOutput<typeof roleSchema>;

export const permissionSchema = v.picklist([
  /** Push and pull, the own device, the own state. */
  'participate',
  'see-presence',
  /** Acknowledge help requests, send messages into a call. */
  'assist-agents',
  /** Write team events in another person's name, for somebody without a browser. */
  'write-for-others',
  /** Hand out call-back lists, give a call-back to another agent. */
  'assign-call-backs',
  'review-notes',
  'see-figures',
  'export-notes',
  'publish-packs',
  'manage-members',
  'manage-team',
  'erase-numbers',
  'read-audit',
  'manage-organisation',
]);

export type Permission = v.InferOutput<typeof permissionSchema>;

/** The server checks it for every request; the lead's pages show only what it allows. */
const GRANTS: Readonly<Record<Permission, readonly Role[]>> = {
  participate: ['agent', 'lead', 'supervisor', 'admin'],
  'see-presence': ['lead', 'supervisor', 'admin'],
  'assist-agents': ['lead', 'supervisor', 'admin'],
  'write-for-others': ['lead', 'supervisor', 'admin'],
  'assign-call-backs': ['lead', 'supervisor', 'admin'],
  'review-notes': ['lead', 'supervisor', 'admin'],
  'see-figures': ['lead', 'supervisor', 'admin'],
  'export-notes': ['lead', 'admin'],
  'publish-packs': ['lead', 'admin'],
  'manage-members': ['lead', 'admin'],
  'manage-team': ['lead', 'admin'],
  'erase-numbers': ['lead', 'admin'],
  'read-audit': ['lead', 'admin'],
  'manage-organisation': ['admin'],
};

export function may(role: Role, permission: Permission): boolean {
  return GRANTS[permission].includes(role);
}

/**
 * Nobody gives, changes or enrols a role above their own: only an admin makes a code for an admin.
 */
export function reaches(own: Role, role: Role): boolean {
  return role !== 'admin' || may(own, 'manage-organisation');
}
