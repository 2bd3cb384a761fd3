import { teamEventKind, text } from '../envelope.ts';

/** A copy of the order went to somebody. */
export const workOrderCopied = teamEventKind('work-order-copied', { to: text(80) });
