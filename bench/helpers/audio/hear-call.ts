import type { EarInput } from '../../../audio/ear-input.ts';
import { earFrom } from '../../../audio/ear-state.ts';
import type { EarThresholds } from '../../../audio/ear-thresholds.ts';
import { FRAME_MS, FRAME_SAMPLES } from '../../../audio/frame.ts';
import { hear } from '../../../audio/hear.ts';
import type { SpeechModel } from '../../../audio/speech-model.ts';
import { LOOK_AHEAD_MS } from '../../../audio/speech-score.ts';
import { Voice } from '../../../audio/voice.ts';
import type { LineEvent, Side } from '../../../calls/line-event.ts';
import { type SimulatedCall, statsAt } from './call.ts';

/** An event and when it was told, ms from the answer; its own `at` may lie before. */
export interface ToldEvent {
  readonly event: LineEvent;
  readonly toldAt: number;
}

/** Plays a call to the ear as the browser would, without the browser. */
export function hearCall(call: SimulatedCall, model: SpeechModel, thresholds: EarThresholds): ToldEvent[] {
  const told: ToldEvent[] = [];
  const voices = { remote: new Voice(model), agent: new Voice(model) };
  let state = earFrom('bench', 0);
  const frames = Math.floor(call.remote.length / FRAME_SAMPLES);
  for (let k = 0; k < frames; k += 1) {
    const toldAt = (k + 1) * FRAME_MS;
    const take = (input: EarInput) => {
      const heard = hear(state, input, thresholds);
      state = heard.state;
      for (const event of heard.events) told.push({ event, toldAt });
    };
    for (const side of ['remote', 'agent'] as const satisfies readonly Side[]) {
      const judged = voices[side].judge(call[side].slice(k * FRAME_SAMPLES, (k + 1) * FRAME_SAMPLES));
      if (judged !== null)
        take({ input: 'frame', frame: { side, at: toldAt - LOOK_AHEAD_MS - FRAME_MS / 2, ...judged } });
    }
    if (k % 31 === 0) take({ input: 'stats', at: toldAt, stats: statsAt(call, k) });
  }
  return told;
}
