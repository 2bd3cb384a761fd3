import { idSchema } from '../pack/id.ts';
import type { Role } from './role.ts';

/**
 * Which owner of the pack a member is: the stages of a work order that belong to it are theirs to move. A role says what somebody
 * may do, a duty what is waited for from them; people of a store or a division have one too, and need no phone.
 */
export const dutySchema = idSchema;

/** Whoever a lead gave no other. */
export function usualDuty(role: Role): string {
  return role === 'supervisor' ? 'hotline-supervisor' : 'agent';
}
