import { idSchema } from '../../pack/id.ts';
import type { Role } from './role.ts';

/**
 * Which owner of the pack a member is: the stages of a work order that belong to it are theirs to move. A role says what somebody
 * may do, a work-order role what is waited for from them; people of a store or a division have one too, and need no phone.
 */
export const workOrderRoleSchema = idSchema;

/** Whoever a lead gave no other. */
export function usualWorkOrderRole(role: Role): string {
  return role === 'supervisor' ? 'hotline-supervisor' : 'agent';
}
