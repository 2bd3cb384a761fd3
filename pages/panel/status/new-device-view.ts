import type { Instant } from '../../../calls/call-event.ts';
import type { OwnDevice } from '../../../contract/api/members/member.ts';

/** A device that enrolled as this agent by the code of somebody else. */
export interface NewDeviceView {
  readonly id: string;
  /** Browser and system, as the device named itself. */
  readonly label: string;
  readonly madeAt: Instant;
  /** Number and name of who made the code. */
  readonly codeBy: string;
  /** Further ones are shown after this one. */
  readonly more: number;
}

/** The newest one; null for none. */
export function newDevice(devices: readonly OwnDevice[]): NewDeviceView | null {
  const [newest] = devices;
  if (newest === undefined) return null;
  const { id, label, madeAt, codeBy } = newest;
  const who = codeBy === null ? '' : `${codeBy.number} ${codeBy.name}`;
  return { id, label, madeAt, codeBy: who, more: devices.length - 1 };
}
