import { analyseLine } from '../../../audio/analyse-line.ts';
import type { AnalyserInput } from '../../../audio/analyser-input.ts';
import { analyserStateFrom } from '../../../audio/analyser-state.ts';
import { FRAME_MS, FRAME_SAMPLES } from '../../../audio/frame.ts';
import type { LineThresholds } from '../../../audio/line-thresholds.ts';
import type { SpeechModel } from '../../../audio/speech-model.ts';
import { MODEL_DELAY_MS } from '../../../audio/speech-score.ts';
import { Voice } from '../../../audio/voice.ts';
import type { LineEvent } from '../../../calls/line-event.ts';
import type { Side } from '../../../calls/vocabulary/side.ts';
import { type SimulatedCall, statsAt } from './call.ts';

/** An event and when it was reported, ms from the answer; its own `at` may lie before. */
export interface ReportedEvent {
  readonly event: LineEvent;
  readonly reportedAt: number;
}

/** Feeds a call to the analyser as the browser does, without a browser. */
export function analyseCall(
  call: SimulatedCall,
  model: SpeechModel,
  thresholds: LineThresholds,
): ReportedEvent[] {
  const reported: ReportedEvent[] = [];
  const voices = { remote: new Voice(model), agent: new Voice(model) };
  let state = analyserStateFrom('bench', 0);
  const frames = Math.floor(call.remote.length / FRAME_SAMPLES);
  for (let k = 0; k < frames; k += 1) {
    const reportedAt = (k + 1) * FRAME_MS;
    const apply = (input: AnalyserInput) => {
      const analysed = analyseLine(state, input, thresholds);
      state = analysed.state;
      for (const event of analysed.events) reported.push({ event, reportedAt });
    };
    for (const side of ['remote', 'agent'] as const satisfies readonly Side[]) {
      const judged = voices[side].judge(call[side].slice(k * FRAME_SAMPLES, (k + 1) * FRAME_SAMPLES));
      if (judged !== null)
        apply({ input: 'frame', frame: { side, at: reportedAt - MODEL_DELAY_MS - FRAME_MS / 2, ...judged } });
    }
    if (k % 31 === 0) apply({ input: 'stats', at: reportedAt, stats: statsAt(call, k) });
  }
  return reported;
}
