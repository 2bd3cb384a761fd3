import type { Scenario } from './scenario.ts';
import { abusiveCaller } from './scenarios/abusive-caller.ts';
import { answeredElsewhere } from './scenarios/answered-elsewhere.ts';
import { busyRoad } from './scenarios/busy-road.ts';
import { faintVoice } from './scenarios/faint-voice.ts';
import { givesUp } from './scenarios/gives-up.ts';
import { hostileName } from './scenarios/hostile-name.ts';
import { hummingLine } from './scenarios/humming-line.ts';
import { longPauses } from './scenarios/long-pauses.ts';
import { longRing } from './scenarios/long-ring.ts';
import { neverHangsUp } from './scenarios/never-hangs-up.ts';
import { noisyLine } from './scenarios/noisy-line.ts';
import { normalCaller } from './scenarios/normal-caller.ts';
import { silentCaller } from './scenarios/silent-caller.ts';
import { silentThenSpeaks } from './scenarios/silent-then-speaks.ts';
import { streetMarket } from './scenarios/street-market.ts';

/** All callers, in the order of the menu. */
export const SCENARIOS: readonly Scenario[] = [
  normalCaller,
  longRing,
  longPauses,
  silentCaller,
  silentThenSpeaks,
  faintVoice,
  noisyLine,
  hummingLine,
  busyRoad,
  streetMarket,
  abusiveCaller,
  neverHangsUp,
  givesUp,
  answeredElsewhere,
  hostileName,
];
