import { spawnSync } from 'node:child_process';

/** Samples a second of everything in this bench: the telephone's. */
export const RATE = 8000;

const TO_STDOUT = ['-t', 'f32', '-r', String(RATE), '-c', '1', '-'];

/** Sound that sox generates, always the same: `soxSynth(10, ['pinknoise'], ['lowpass', '900'])`. */
export function soxSynth(
  seconds: number,
  synth: readonly string[],
  effects: readonly string[] = [],
): Float32Array {
  return sox(['-n', ...TO_STDOUT, 'synth', String(seconds), ...synth, ...effects], null);
}

/** A sound through sox effects. */
export function soxEffects(sound: Float32Array, effects: readonly string[]): Float32Array {
  const input = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);
  return sox(['-t', 'f32', '-r', String(RATE), '-c', '1', '-', ...TO_STDOUT, ...effects], input);
}

/** A sound of 8 kHz at a higher rate. */
export function soxUpsample(sound: Float32Array, rate: number): Float32Array {
  const input = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);
  return sox(
    ['-t', 'f32', '-r', String(RATE), '-c', '1', '-', '-t', 'f32', '-', 'rate', String(rate)],
    input,
  );
}

/** Any sound file that sox reads, or a whole one held in memory (`-`), at 8 kHz. */
export function soxRead(file: string, bytes: Buffer | null = null): Float32Array {
  return sox([...(file === '-' ? ['-t', 'wav'] : []), file, ...TO_STDOUT], bytes);
}

function sox(args: readonly string[], input: Buffer | null): Float32Array {
  const options = { maxBuffer: 2 ** 28, ...(input === null ? {} : { input: new Uint8Array(input) }) };
  const { status, stdout, stderr, error } = spawnSync('sox', ['-V1', '-D', ...args], options);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`sox ${args.join(' ')}: ${stderr.toString()}`);
  const sound = new Float32Array(Math.floor(stdout.length / 4));
  for (let i = 0; i < sound.length; i += 1) sound[i] = stdout.readFloatLE(4 * i);
  return sound;
}
