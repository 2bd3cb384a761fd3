import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAudio } from '../../practice/load-audio.ts';
import { decodeMulaw, encodeMulaw, MULAW_SILENCE, rmsOf, withGain } from '../../practice/media/mulaw.ts';

describe('G.711 µ-law', () => {
  it('has the corner values of the standard', () => {
    expect([0xff, 0x80, 0x00, 0xf0, 0x8f].map(decodeMulaw)).toEqual([0, 32_124, -32_124, 120, 16_764]);
    expect([0, 32_767, -32_768, 1e9].map(encodeMulaw)).toEqual([MULAW_SILENCE, 0x80, 0x00, 0x80]);
  });

  it('gives every byte back, but for the two that both mean zero', () => {
    for (let byte = 0; byte < 256; byte++)
      expect(encodeMulaw(decodeMulaw(byte))).toBe(byte === 0x7f ? 0xff : byte);
  });

  it('keeps a sample within a sixteenth of its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_124, max: 32_124 }), (sample) => {
        expect(Math.abs(decodeMulaw(encodeMulaw(sample)) - sample)).toBeLessThanOrEqual(
          4 + Math.abs(sample) / 16,
        );
      }),
    );
  });

  it('makes a voice ten times fainter with −20 dB', () => {
    const voice = loadAudio('can-you-hear');
    expect(rmsOf(withGain(voice, -20)) / rmsOf(voice)).toBeCloseTo(0.1, 2);
  });

  it('finds no energy in silence, nor in nothing', () => {
    expect(rmsOf(new Uint8Array(160).fill(MULAW_SILENCE))).toBe(0);
    expect(rmsOf(new Uint8Array())).toBe(0);
  });
});
