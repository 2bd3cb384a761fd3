import { FRAME_SAMPLES } from '../../../audio/frame.ts';
import type { LineStats } from '../../../audio/line-stats.ts';
import { gain, mix, speechLevelOf } from './level.ts';
import { NOBODY, NOISES, noiseAt } from './noises.ts';
import { randomSource } from './random.ts';
import { RATE } from './run-sox.ts';
import { losePackets, overTheTelephone, telephoneBand } from './telephone.ts';
import { type Split, speak, VOICES } from './voices.ts';

/**
 * Both sides of a simulated call as the analyser receives them, equally long, with the receiver's
 * counters.
 */
export interface SimulatedCall {
  readonly remote: Float32Array;
  readonly agent: Float32Array;
  readonly lossShare: number;
  /** When the caller's first word begins, ms from the answer; null if never. */
  readonly firstWordMs: number | null;
}

/**
 * A call without a problem: agent and caller alternate. The seed sets voice, level (−34 to −16
 * dBFS), background (none, or 15 to 30 dB under the voice) and up to 2 % lost packets.
 */
export function normalCall(seed: number, split: Split = 'report'): SimulatedCall {
  const random = randomSource(seed);
  const pick = <T>(of: readonly T[]): T =>
    of[Math.floor(random() * of.length)] ?? [...of, ...of][0] ?? fail();
  const caller = pick(VOICES[split]);
  const agentVoice = pick(VOICES[split === 'report' ? 'tune' : 'report']);
  const level = -34 + 18 * random();
  const spoken = new Float32Array(RATE * 60);
  const agent = new Float32Array(RATE * 60);
  let at = RATE * (0.3 + random());
  let firstWord: number | null = null;
  for (let turn = 0; at < spoken.length; turn += 1) {
    const byAgent = turn % 2 === 0;
    const sentences = 1 + Math.floor(random() * 2);
    for (let s = 0; s < sentences && at < spoken.length; s += 1) {
      const said = speak(byAgent ? agentVoice : caller, Math.floor(random() * 8));
      if (!byAgent) firstWord ??= at;
      put(gain(said, (byAgent ? -24 : level) - speechLevelOf(said)), byAgent ? agent : spoken, at);
      at += said.length + RATE * (0.2 + 0.6 * random());
    }
    // Mostly an ordinary pause, sometimes a longer one, never as long as a silence alarm.
    at += RATE * (random() < 0.15 ? 2 + 2.5 * random() : 0.2 + 1.2 * random());
  }
  const noise = random() < 0.4 ? null : pick(Object.values(NOISES[split]).slice(0, 4));
  const remote = gain(spoken, level - speechLevelOf(telephoneBand(spoken)));
  const idle = noiseAt(overSeconds(seed), -66);
  const behind =
    noise === null
      ? idle
      : mix(idle, noiseAt(cached(noise), level - 15 - 15 * random()), Math.floor(random() * RATE * 20));
  const lossShare = random() < 0.3 ? 0.02 * random() : 0;
  const received = overTheTelephone(mix(remote, behind));
  return {
    remote: lossShare > 0 ? losePackets(received, lossShare, seed) : received,
    agent: mix(agent, idle, 4000),
    lossShare,
    firstWordMs: firstWord === null ? null : (firstWord / RATE) * 1000,
  };
}

/** A silent caller's line is faint: if it were louder, it would count as noisy. */
const FAINT_DBFS = -48;

/** The agent greets, and nobody answers: one of the lines on which nobody speaks. */
export function silentCall(kind: string, seed: number): SimulatedCall {
  const [make, level] = NOBODY.report[kind] ?? fail();
  const agent = new Float32Array(RATE * 20);
  const voice = VOICES.tune[seed % VOICES.tune.length] ?? fail();
  const greeting = speak(voice, 0);
  put(gain(greeting, -24 - speechLevelOf(greeting)), agent, RATE * 0.5);
  const idle = noiseAt(overSeconds(seed), -66);
  const remote = mix(
    new Float32Array(RATE * 20),
    mix(noiseAt(cached(make), Math.min(level, FAINT_DBFS)), idle),
    seed * 997,
  );
  return { remote: overTheTelephone(remote), agent: mix(agent, idle), lossShare: 0, firstWordMs: null };
}

/** What the receiver would have counted by frame `k`. */
export function statsAt(call: SimulatedCall, k: number): LineStats {
  const packets = Math.floor((k * FRAME_SAMPLES) / 160);
  const lost = Math.floor(packets * call.lossShare);
  return {
    packetsReceived: packets - lost,
    packetsLost: lost,
    jitterMs: 4,
    concealedSamples: null,
    totalSamples: null,
  };
}

const made = new Map<() => Float32Array, Float32Array>();
function cached(make: () => Float32Array): Float32Array {
  const before = made.get(make) ?? telephoneBand(make());
  made.set(make, before);
  return before;
}

function overSeconds(seed: number): Float32Array {
  const random = randomSource(seed + 5000);
  return new Float32Array(RATE * 10).map(() => random() - 0.5);
}

function put(said: Float32Array, track: Float32Array, at: number): void {
  const start = Math.floor(at);
  track.set(said.subarray(0, Math.max(0, track.length - start)), Math.min(start, track.length));
}

function fail(): never {
  throw new Error('nothing to pick from');
}
