import { teamEventKind } from '../envelope.ts';
import { blockScopeSchema } from './number-blocked.ts';

/** A block was lifted; `scope` is that of the block, because only a lead lifts the team's. */
export const numberUnblocked = teamEventKind('number-unblocked', { scope: blockScopeSchema });
