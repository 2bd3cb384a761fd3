import type { Instant } from '../../calls/call-event.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { OrderRules } from '../work-orders/order-rules.ts';
import { blockOf, blocksInForce, foldBlocks } from './fold-blocks.ts';
import { blockHindrance } from './may-block.ts';

/**
 * What a caller gets who is blocked: 603 for the team, which ends every fork of the call (RFC 3261
 * §16.7); 480 for one agent, so that it rings at the others. Null lets it ring. A number that has
 * become a VIP's, or was promised an answer since, rings although it was blocked.
 */
export function blockedStatus(
  number: string,
  events: readonly TeamEvent[],
  rules: OrderRules,
  agent: string,
  now: Instant,
  /** The phone host keeps the fold from call to call. */
  fold: typeof foldBlocks = foldBlocks,
): 480 | 603 | null {
  const block = blockOf(blocksInForce(fold(events), agent, now), number);
  if (block === null || blockHindrance(number, events, rules, now) !== null) return null;
  return block.scope === 'team' ? 603 : 480;
}
