import type { Role } from '../../contract/api/members/role.ts';
import type { Tenant } from '../database/tenant.ts';

/** One open stream. */
export interface Listener extends Tenant {
  readonly device: string;
  readonly number: string;
  readonly role: Role;
  /** `seq` is null for a passing event. Must not block: a slow listener is disconnected. */
  write(frame: Buffer, seq: number | null): void;
  close(): void;
}
