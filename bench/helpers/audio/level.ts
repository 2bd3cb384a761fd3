/** Root mean square in dBFS (0 dB: a constant at full scale); −120 for nothing at all. */
export function levelOf(sound: Float32Array, from = 0, to = sound.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += (sound[i] ?? 0) ** 2;
  return 10 * Math.log10(sum / Math.max(1, to - from) + 1e-12);
}

/** Speech level without pauses: mean power of the 10 ms frames within 25 dB of the loudest. */
export function speechLevelOf(sound: Float32Array): number {
  const frames: number[] = [];
  for (let from = 0; from + 80 <= sound.length; from += 80) frames.push(levelOf(sound, from, from + 80));
  const loudest = frames.reduce((a, b) => Math.max(a, b), -120);
  const spoken = frames.filter((level) => level > loudest - 25);
  return 10 * Math.log10(spoken.reduce((sum, level) => sum + 10 ** (level / 10), 0) / spoken.length);
}

export function gain(sound: Float32Array, db: number): Float32Array {
  const factor = 10 ** (db / 20);
  return sound.map((sample) => sample * factor);
}

/** The sum of two sounds, as long as the first; the second repeats from `from` on. */
export function mix(one: Float32Array, other: Float32Array, from = 0): Float32Array {
  return one.map((sample, i) => sample + (other[(i + from) % other.length] ?? 0));
}
