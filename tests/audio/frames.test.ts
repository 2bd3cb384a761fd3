import { describe, expect, test } from 'vitest';
import { foldBandRise, NO_NOISE_FLOORS } from '../../audio/band-rise.ts';
import { Downsampler } from '../../audio/downsample.ts';
import { FRAME_SAMPLES, SAMPLE_RATE } from '../../audio/frame.ts';
import { measureFrame } from '../../audio/frame-level.ts';
import { powerSpectrum } from '../../audio/power-spectrum.ts';
import { FRAMES_AHEAD, foldSpeechScore, type ScoreWindow } from '../../audio/speech-score.ts';

function sine(hertz: number, rate: number, samples: number, amplitude = 0.5): Float32Array {
  return new Float32Array(samples).map((_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate));
}

describe('level of a frame', () => {
  test('half of full scale is −9 dBFS as a sine, and digital silence is −100', () => {
    expect(measureFrame(sine(1000, SAMPLE_RATE, FRAME_SAMPLES)).dbfs).toBeCloseTo(-9.03, 1);
    expect(measureFrame(new Float32Array(FRAME_SAMPLES)).dbfs).toBe(-100);
  });

  test('an overdriven frame has samples at full scale', () => {
    const loud = sine(300, SAMPLE_RATE, FRAME_SAMPLES, 3).map((sample) =>
      Math.max(-0.98, Math.min(0.98, sample)),
    );
    expect(measureFrame(loud).clippedShare).toBeGreaterThan(0.5);
    expect(measureFrame(sine(300, SAMPLE_RATE, FRAME_SAMPLES)).clippedShare).toBe(0);
  });
});

test('a spectrum has its peak where the tone is', () => {
  const power = powerSpectrum(sine(1000, SAMPLE_RATE, 512));
  expect(power.indexOf(Math.max(...power))).toBe((1000 / SAMPLE_RATE) * 512);
});

describe('from the device’s rate to the telephone’s', () => {
  test.each([48_000, 44_100, 16_000, 8_000])('%i Hz', (rate) => {
    const downsampler = new Downsampler(rate);
    const input = sine(1000, rate, rate);
    const out: number[] = [];
    for (let from = 0; from < input.length; from += 128)
      out.push(...downsampler.push(input.subarray(from, from + 128)));
    if (rate === SAMPLE_RATE) expect(out).toEqual([...input]);
    expect(out.length).toBeGreaterThan(SAMPLE_RATE - 20);
    expect(out.length).toBeLessThanOrEqual(SAMPLE_RATE + 1);
    const middle = Float32Array.from(out.slice(1000, 1000 + FRAME_SAMPLES));
    expect(measureFrame(middle).dbfs).toBeCloseTo(-9.03, 0);
  });

  test('frequencies above the telephone band cause no aliasing', () => {
    const out = new Downsampler(48_000).push(sine(6000, 48_000, 48_000));
    expect(measureFrame(out.slice(1000, 3000)).dbfs).toBeLessThan(-50);
  });
});

test('a tone rises over a steady noise, and a steady noise does not rise over itself', () => {
  let seed = 1;
  const noise = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return 0.02 * (seed / 0x3fffffff - 1);
  };
  let state = NO_NOISE_FLOORS;
  let rise = 0;
  const push = (frame: Float32Array) => {
    const result = foldBandRise(state, frame);
    state = result.state;
    rise = 0.9 * rise + 0.1 * result.riseDb;
  };
  for (let k = 0; k < 100; k += 1) push(new Float32Array(FRAME_SAMPLES).map(noise));
  const steady = rise;
  for (let k = 0; k < 15; k += 1) {
    const vowel = [500, 1000, 1500].map((hertz) => sine(hertz, SAMPLE_RATE, FRAME_SAMPLES, 0.05));
    push(
      new Float32Array(FRAME_SAMPLES).map(
        (_, i) => noise() + vowel.reduce((sum, tone) => sum + (tone[i] ?? 0), 0),
      ),
    );
  }
  expect(steady).toBeLessThan(2);
  expect(rise).toBeGreaterThan(steady + 2);
});

test('one frame with high probability is no speech; several in a row are', () => {
  const judge = (probabilities: readonly number[]) => {
    let window: ScoreWindow = [];
    return probabilities.map((probability) => {
      const { state, speech } = foldSpeechScore(window, probability, 10 * probability);
      window = state;
      return speech;
    });
  };
  const quiet = Array.from({ length: 12 }, () => 0.01);
  expect(judge(quiet).slice(0, FRAMES_AHEAD)).toEqual(Array.from({ length: FRAMES_AHEAD }, () => null));
  expect(Math.max(...judge([...quiet, 0.99, ...quiet]).map((speech) => speech ?? 0))).toBeLessThan(0.1);
  expect(
    Math.max(...judge([...quiet, ...quiet.map(() => 0.99)]).map((speech) => speech ?? 0)),
  ).toBeGreaterThan(0.8);
});
