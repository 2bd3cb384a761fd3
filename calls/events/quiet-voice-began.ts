import { lineEvent } from './event-kind.ts';

/** The caller’s voice is too faint. */
export const quietVoiceBegan = lineEvent('quiet-voice-began', {});
