import { teamEventKind, text } from '../envelope.ts';

/** Somebody added a remark. */
export const workOrderRemarked = teamEventKind('work-order-remarked', { remarks: text(2_000) });
