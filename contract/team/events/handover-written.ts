import { teamEventKind, text } from '../envelope.ts';

/**
 * Remarks on a handover sheet (handbook §6.1): what is said aloud as well, and what the lead
 * asked for. May be written again until the leaving shift signs. `subject` is the sheet.
 */
export const handoverWritten = teamEventKind('handover-written', {
  remarks: text(5_000),
  asked: text(5_000),
});
