import { bothTalkingBegan } from './events/both-talking-began.ts';
import { bothTalkingEnded } from './events/both-talking-ended.ts';
import { clippingBegan } from './events/clipping-began.ts';
import { clippingEnded } from './events/clipping-ended.ts';
import { deadAirBegan } from './events/dead-air-began.ts';
import { deadAirEnded } from './events/dead-air-ended.ts';
import type { EventOf } from './events/event-kind.ts';
import { lineJudged } from './events/line-judged.ts';
import { listeningStopped } from './events/listening-stopped.ts';
import { mediaResumed } from './events/media-resumed.ts';
import { mediaStopped } from './events/media-stopped.ts';
import { noiseBegan } from './events/noise-began.ts';
import { noiseEnded } from './events/noise-ended.ts';
import { packetLossBegan } from './events/packet-loss-began.ts';
import { packetLossEnded } from './events/packet-loss-ended.ts';
import { quietVoiceBegan } from './events/quiet-voice-began.ts';
import { quietVoiceEnded } from './events/quiet-voice-ended.ts';
import { silenceBegan } from './events/silence-began.ts';
import { speechBegan } from './events/speech-began.ts';
import { talkingMutedBegan } from './events/talking-muted-began.ts';
import { talkingMutedEnded } from './events/talking-muted-ended.ts';

/** What was heard on the line of a call. */
export const LINE_EVENTS = [
  speechBegan,
  silenceBegan,
  noiseBegan,
  noiseEnded,
  quietVoiceBegan,
  quietVoiceEnded,
  clippingBegan,
  clippingEnded,
  mediaStopped,
  mediaResumed,
  packetLossBegan,
  packetLossEnded,
  talkingMutedBegan,
  talkingMutedEnded,
  deadAirBegan,
  deadAirEnded,
  bothTalkingBegan,
  bothTalkingEnded,
  listeningStopped,
  lineJudged,
] as const;

export type LineEvent = EventOf<typeof LINE_EVENTS>;
