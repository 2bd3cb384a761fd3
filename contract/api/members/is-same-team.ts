import type { Me } from './member.ts';

/**
 * Whether both name the same member of the same team. An enrolment fixes them: a server that later
 * answers others is not the one that this device joined.
 */
export function isSameTeam(one: Me, other: Me): boolean {
  return (
    one.organisation.id === other.organisation.id &&
    one.team.id === other.team.id &&
    one.member.id === other.member.id &&
    one.member.team === other.member.team &&
    one.device === other.device
  );
}
