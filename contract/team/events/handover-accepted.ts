import { teamEventKind, text } from '../envelope.ts';

/** The coming shift signed the sheet. */
export const handoverAccepted = teamEventKind('handover-accepted', { name: text(80) });
