import { gain, levelOf, mix } from './level.ts';
import { normalFrom, randomSource } from './random.ts';
import { RATE, soxSynth } from './run-sox.ts';
import { type Split, speak, VOICES } from './voices.ts';

const SECONDS = 30;

/** Noise under speech, each at 0 dBFS mean; the mixer sets its level. */
export const NOISES: Readonly<Record<Split, Readonly<Record<string, () => Float32Array>>>> = {
  tune: {
    pink: () => soxSynth(SECONDS, ['pinknoise']),
    car: () => soxSynth(SECONDS, ['brownnoise'], ['lowpass', '700', 'tremolo', '0.3', '30']),
    shop: () => soxSynth(SECONDS, ['pinknoise'], ['bandpass', '800', '1.2o', 'tremolo', '1.3', '50']),
    'hum 50 Hz': () => hum(50, [1, 0.8, 0.6, 0.5, 0.3]),
    'babble of tuning voices': () => babble('tune', 6),
  },
  report: {
    white: () => soxSynth(SECONDS, ['whitenoise']),
    street: () =>
      soxSynth(SECONDS, ['pinknoise'], ['highpass', '150', 'lowpass', '1500', 'tremolo', '0.15', '60']),
    fan: () => mix(soxSynth(SECONDS, ['brownnoise']), gain(hum(96, [1, 0.4, 0.7]), -9)),
    crackle: crackle,
    'hum 60 Hz': () => hum(60, [0.5, 1, 0.3, 0.7, 0.2, 0.4]),
    'babble of other voices': () => babble('report', 7),
  },
};

/** A line with sound but without speech, at the level beside it, dBFS. */
export const NOBODY: Readonly<
  Record<Split, Readonly<Record<string, readonly [() => Float32Array, number]>>>
> = {
  tune: {
    'comfort noise': [() => soxSynth(SECONDS, ['pinknoise'], ['lowpass', '2500']), -62],
    'hum 50 Hz': [() => hum(50, [1, 0.8, 0.6, 0.5, 0.3]), -35],
    'hold music, plucked': [() => pluckedMusic(), -25],
    breathing: [() => breathing(3, 0.28, '900'), -42],
    'busy tone': [() => tone([[0.35, 0.35]], [450]), -20],
    pink: [() => soxSynth(SECONDS, ['pinknoise']), -32],
    car: [() => soxSynth(SECONDS, ['brownnoise'], ['lowpass', '700']), -30],
  },
  report: {
    'comfort noise': [() => soxSynth(SECONDS, ['whitenoise'], ['lowpass', '1800']), -58],
    'hum 60 Hz': [() => hum(60, [0.5, 1, 0.3, 0.7, 0.2, 0.4]), -35],
    'hold music, melody': [() => melody(), -25],
    breathing: [() => breathing(8, 0.4, '1500'), -42],
    'ringback 450 Hz': [() => tone([[1, 4]], [450]), -20],
    'ringback 440+480 Hz': [() => tone([[2, 4]], [440, 480]), -20],
    white: [() => soxSynth(SECONDS, ['whitenoise']), -32],
    street: [
      () => soxSynth(SECONDS, ['pinknoise'], ['highpass', '150', 'lowpass', '1500', 'tremolo', '0.15', '60']),
      -32,
    ],
    crackle: [crackle, -35],
    'babble of other voices': [() => babble('report', 7), -35],
  },
};

/** The noise at a level, dBFS. */
export function noiseAt(noise: Float32Array, level: number): Float32Array {
  return gain(noise, level - levelOf(noise));
}

function hum(base: number, partials: readonly number[]): Float32Array {
  const sound = new Float32Array(SECONDS * RATE);
  return sound.map((_, i) =>
    partials.reduce(
      (sum, strength, k) => sum + strength * Math.sin((2 * Math.PI * base * (2 * k + 1) * i) / RATE + k),
      0,
    ),
  );
}

/** Several people talking at once: a room, not a caller. */
function babble(split: Split, people: number): Float32Array {
  const random = randomSource(split === 'tune' ? 11 : 12);
  const sound = new Float32Array(SECONDS * RATE);
  for (let person = 0; person < people; person += 1) {
    const voice = VOICES[split][person % VOICES[split].length];
    if (voice === undefined) continue;
    let at = Math.floor(random() * RATE);
    for (let sentence = person; at < sound.length; sentence += 1) {
      const said = noiseAt(speak(voice, sentence), -20);
      for (let i = 0; i < said.length && at + i < sound.length; i += 1)
        sound[at + i] = (sound[at + i] ?? 0) + (said[i] ?? 0);
      at += said.length;
    }
  }
  return sound;
}

function breathing(seed: number, perSecond: number, centre: string): Float32Array {
  const air = soxSynth(SECONDS, ['whitenoise'], ['bandpass', centre, '1.5o']);
  const random = randomSource(seed);
  const phase = random() * 6;
  return air.map(
    (sample, i) => sample * Math.max(0, Math.sin((2 * Math.PI * perSecond * i) / RATE + phase)) ** 2,
  );
}

function crackle(): Float32Array {
  const random = randomSource(21);
  const sound = new Float32Array(SECONDS * RATE);
  let ring = 0;
  return sound.map(() => {
    if (random() < 0.004) ring = normalFrom(random);
    ring *= -0.72;
    return ring + 0.02 * normalFrom(random);
  });
}

function tone(cadence: readonly (readonly [number, number])[], hertz: readonly number[]): Float32Array {
  const cycle = cadence.reduce((sum, [on, off]) => sum + on + off, 0);
  const [on] = cadence[0] ?? [1, 4];
  return new Float32Array(SECONDS * RATE).map((_, i) => {
    const t = i / RATE;
    return t % cycle < on ? hertz.reduce((sum, f) => sum + Math.sin(2 * Math.PI * f * t), 0) : 0;
  });
}

function pluckedMusic(): Float32Array {
  const chords = ['%-9', '%-5', '%-2', '%-12', '%-7', '%-4'];
  const bar = (root: number) =>
    soxSynth(
      2,
      chords.slice(root, root + 3).flatMap((note) => ['pluck', note]),
      ['fade', 'h', '0.01', '2', '0.3', 'remix', '-'],
    );
  return loop([0, 3, 1, 2, 0, 3], bar);
}

function melody(): Float32Array {
  const notes = [392, 440, 523, 587, 523, 440, 349, 392, 330, 294, 330, 392];
  const note = (k: number) =>
    soxSynth(
      0.45,
      ['triangle', String(notes[k]), 'sine', String((notes[(k + 4) % 12] ?? 220) / 2)],
      ['remix', '-', 'fade', 'h', '0.02', '0.45', '0.12'],
    );
  return loop(
    notes.map((_, k) => k),
    note,
  );
}

function loop(order: readonly number[], part: (k: number) => Float32Array): Float32Array {
  const parts = order.map(part);
  const sound = new Float32Array(SECONDS * RATE);
  for (let at = 0, k = 0; at < sound.length; k += 1) {
    const next = parts[k % parts.length] ?? new Float32Array(1);
    sound.set(next.subarray(0, sound.length - at), at);
    at += next.length;
  }
  return sound;
}
