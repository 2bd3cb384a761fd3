import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario, ScenarioStep } from '../scenario.ts';
import type { Timeline } from './milestone.ts';
import type { PracticeCall } from './practice-call.ts';

/**
 * Lets a caller do what the scenario says, from the ring to the end. Settles when nothing is left
 * to do.
 */
export async function playScenario(
  call: PracticeCall,
  scenario: Scenario,
  timeline: Timeline,
): Promise<void> {
  const over = new AbortController();
  void call.until('ended', { timeoutMs: LONGEST_CALL_MS }).finally(() => over.abort());
  const pause = (ms: number) => sleep(ms, undefined, { signal: over.signal, ref: false });
  try {
    await whileRinging(call, scenario, pause);
    for (const step of scenario.onAnswer) {
      over.signal.throwIfAborted();
      await play(call, step, pause);
      timeline.record({ type: 'step-done', step: step.do });
    }
  } catch (error) {
    if (!over.signal.aborted) throw error;
  }
}

/** Two hours: longer than any scenario. */
const LONGEST_CALL_MS = 7_200_000;

type Pause = (ms: number) => Promise<void>;

async function whileRinging(
  call: PracticeCall,
  { whileRinging: ring }: Scenario,
  pause: Pause,
): Promise<void> {
  const answered = call.until('answered', { timeoutMs: LONGEST_CALL_MS });
  const patience = call.until('ringing', { timeoutMs: LONGEST_CALL_MS }).then(async () => {
    await pause(ring.do === 'wait' ? ring.atMostMs : ring.afterMs);
    await call.cancel({ elsewhere: ring.do === 'answered-elsewhere' });
  });
  patience.catch(() => {});
  await answered;
}

async function play(call: PracticeCall, step: ScenarioStep, pause: Pause): Promise<void> {
  switch (step.do) {
    case 'speak':
      return call.speak(step.audio, step.gainDb);
    case 'stay-silent':
      call.hush();
      return pause(step.ms);
    case 'play-noise':
      call.loop(step.audio, step.gainDb);
      await pause(step.ms);
      return call.hush();
    case 'listen':
      await call.waitForAudio({ timeoutMs: step.atMostMs }).catch(() => {});
      return;
    case 'hang-up':
      return call.hangUp();
    case 'stay-on':
      await call.until('ended', { timeoutMs: LONGEST_CALL_MS });
  }
}
