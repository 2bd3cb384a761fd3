import { teamEventKind, text } from '../envelope.ts';

/** An entry of the harassment register was struck off. */
export const warningStruckOff = teamEventKind('warning-struck-off', { reason: text(500) });
