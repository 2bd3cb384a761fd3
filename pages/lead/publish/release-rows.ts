import type { Instant } from '../../../calls/call-event.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import type { Receipt } from '../../../contract/release/release-messages.ts';
import { fateOf, type ReleaseHead } from '../../../rules/releases/release-line.ts';
import type { ReleaseRow } from '../frame/server-view.ts';

export interface DeviceReceipt {
  readonly agent: string;
  readonly device: string;
  readonly receipt: Receipt;
}

/** Releases, each with what became of it and the agents who have it now. */
export function releaseRows(
  heads: readonly ReleaseHead[],
  receipts: readonly DeviceReceipt[],
  members: readonly Pick<Member, 'number' | 'role'>[],
  now: Instant,
): readonly ReleaseRow[] {
  const agents = new Set(members.filter(({ role }) => role === 'agent').map(({ number }) => number));
  const users = usersOf(receipts);
  return heads.map((head) => {
    const { sequence, version, issuedAt, startsAt, by, rebases, message, audience } = head;
    const own = receipts.filter(({ receipt }) => receipt.sequence === sequence);
    const ofAgents = own.filter(({ agent }) => agents.has(agent));
    return {
      ...{ sequence, version, issuedAt, startsAt, message, by: rebases?.by ?? by },
      group: audience.to === 'group' ? audience.agents : null,
      fate: fateOf(heads, head, now),
      users: (users.get(sequence) ?? []).filter((agent) => agents.has(agent)),
      readers: distinct(
        ofAgents.filter(({ receipt }) => receipt.status === 'in-use' && receipt.readAt !== null),
      ),
      waiting: distinct(ofAgents.filter(({ receipt }) => receipt.status === 'waiting')),
      refused: own.filter(({ receipt }) => receipt.status === 'refused').length,
    };
  });
}

/** Each agent has one release now: the one that came into use last on any of their devices. */
function usersOf(receipts: readonly DeviceReceipt[]): ReadonlyMap<number, readonly string[]> {
  const newest = new Map<string, Receipt>();
  for (const { agent, receipt } of receipts) {
    const known = newest.get(agent);
    const isNewer =
      known === undefined ||
      receipt.since > known.since ||
      (receipt.since === known.since && receipt.sequence > known.sequence);
    if (receipt.status === 'in-use' && isNewer) newest.set(agent, receipt);
  }
  const users = new Map<number, string[]>();
  for (const [agent, { sequence }] of newest) users.set(sequence, [...(users.get(sequence) ?? []), agent]);
  return users;
}

function distinct(receipts: readonly DeviceReceipt[]): readonly string[] {
  return [...new Set(receipts.map(({ agent }) => agent))];
}
