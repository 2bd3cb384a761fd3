import type { RingCadence } from '../contract/pack/ring-cadence.ts';

const SAMPLE_RATE = 8000;
const WAV_HEADER_BYTES = 44;
/**
 * 450 Hz, the ringing tone of GB/T 3380 and ITU-T E.180 for China, and a fifth above it for small
 * loudspeakers.
 */
const RINGER = { frequencies: [450, 675], modulatedBy: null, level: 0.8 } as const;
/** Ramps of 10 ms at each edge prevent clicks. */
const RAMP_SAMPLES = SAMPLE_RATE / 100;

/** A tone that comes and goes. */
export interface Tone {
  readonly cadence: RingCadence;
  /** Sounded together, Hz. */
  readonly frequencies: readonly number[];
  /** Amplitude modulation, Hz; null for none. */
  readonly modulatedBy: number | null;
  /** Peak, 0…1 of full scale. */
  readonly level: number;
}

/** One ring of the ringer, to be looped. */
export function ringTone(cadence: RingCadence): Blob {
  return toneFile({ ...RINGER, cadence });
}

/**
 * One cycle (its on and off phases) as a mono 16-bit WAV, to be looped. An audio element, unlike an
 * oscillator, can use a chosen output in every browser, and loops while timers are throttled.
 */
export function toneFile(tone: Tone): Blob {
  const { cadence } = tone;
  const phases = cadence.map((ms) => Math.round((ms / 1000) * SAMPLE_RATE));
  const samples = new Int16Array(phases.reduce((sum, length) => sum + length, 0));
  let start = 0;
  phases.forEach((length, index) => {
    if (index % 2 === 0) writeTone(tone, samples.subarray(start, start + length));
    start += length;
  });
  return wav(samples);
}

/** 50 ms of silence: played to test whether the browser lets the ringer play without a click. */
export function silence(): Blob {
  return wav(new Int16Array(SAMPLE_RATE / 20));
}

function writeTone({ frequencies, modulatedBy, level }: Tone, into: Int16Array): void {
  const sine = (hz: number, index: number) => Math.sin((2 * Math.PI * hz * index) / SAMPLE_RATE);
  for (let index = 0; index < into.length; index += 1) {
    const edge = Math.min(1, index / RAMP_SAMPLES, (into.length - index) / RAMP_SAMPLES);
    const wave = frequencies.reduce((sum, hz) => sum + sine(hz, index), 0) / frequencies.length;
    const swell = modulatedBy === null ? 1 : (1 + sine(modulatedBy, index)) / 2;
    into[index] = Math.round(wave * swell * edge * level * 0x7fff);
  }
}

function wav(samples: Int16Array<ArrayBuffer>): Blob {
  const header = new DataView(new ArrayBuffer(WAV_HEADER_BYTES));
  const ascii = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1) header.setUint8(at + index, text.charCodeAt(index));
  };
  ascii(0, 'RIFF');
  header.setUint32(4, WAV_HEADER_BYTES - 8 + samples.byteLength, true);
  ascii(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLE_RATE, true);
  header.setUint32(28, SAMPLE_RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  ascii(36, 'data');
  header.setUint32(40, samples.byteLength, true);
  return new Blob([header.buffer, samples.buffer], { type: 'audio/wav' });
}
