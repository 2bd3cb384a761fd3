import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { foldableEvents } from '../../contract/team/event-order.ts';
import type { BlockScope } from '../../contract/team/events/number-blocked.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';

/** No block lasts longer: a number gets another owner. */
export const LONGEST_BLOCK_MS = 30 * 86_400_000;

/** A number whose calls do not ring (handbook §2.38). */
export interface Block {
  readonly id: string;
  /** As signalled: hostile text. */
  readonly number: string;
  readonly scope: BlockScope;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** The blocks that were not lifted, newest first; those that have expired are among them. */
export function foldBlocks(given: readonly TeamEvent[]): readonly Block[] {
  const events = foldableEvents(given);
  const blocks = new Map<string, Block>();
  for (const event of events) {
    if (event.type !== 'number-blocked' || blocks.has(event.subject)) continue;
    const { subject: id, number, scope, by, at } = event;
    const until = Math.min(event.until, at + LONGEST_BLOCK_MS);
    blocks.set(id, { id, number, scope, by, at, until });
  }
  for (const event of events) {
    if (event.type !== 'number-unblocked') continue;
    const block = blocks.get(event.subject);
    if (block?.scope !== event.scope) continue;
    if (block.scope === 'team' || block.by === event.by) blocks.delete(block.id);
  }
  return [...blocks.values()].sort((one, other) => other.at - one.at);
}

/** Those that hold now for an agent: the agent's own, and the team's. */
export function blocksInForce(blocks: readonly Block[], agent: string, now: Instant): readonly Block[] {
  return blocks.filter(({ scope, by, until }) => until > now && (scope === 'team' || by === agent));
}

/** The block of a number, however it was written; the team's goes before the agent's. */
export function blockOf(inForce: readonly Block[], number: string): Block | null {
  const form = numberForm(number);
  if (form === null) return null;
  const own = inForce.filter((block) => numberForm(block.number) === form);
  return own.find(({ scope }) => scope === 'team') ?? own[0] ?? null;
}
