import { idSchema } from '../../pack/id.ts';
import type { Role } from './role.ts';

/**
 * Id of an owner in the pack. A member moves the stages of work orders that belong to this owner.
 * People of a store or a division have one too, without a phone.
 */
export const workOrderRoleSchema = idSchema;

/** For a member to whom no lead gave another. */
export function usualWorkOrderRole(role: Role): string {
  return role === 'supervisor' ? 'hotline-supervisor' : 'agent';
}
