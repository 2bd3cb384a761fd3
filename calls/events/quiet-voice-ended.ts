import { lineEvent } from './event-kind.ts';

/** The caller’s voice is loud enough again. */
export const quietVoiceEnded = lineEvent('quiet-voice-ended', {});
