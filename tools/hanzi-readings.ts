import { pinyin } from 'pinyin-pro';
import type { HanziReadings } from '../rules/search/hanzi-readings.ts';

/**
 * Readings of the characters in everyday use: those of GB 2312, and of the first plane of Big5
 * (5,401 characters).
 */
export function hanziReadings(): HanziReadings {
  const characters = new Set([
    ...decoded('gb18030', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    ...decoded(
      'big5',
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ]);
  return new Map([...characters].map((character) => [character, readingsOf(character)]));
}

function readingsOf(character: string): readonly string[] {
  const all = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true });
  return [...new Set(all)];
}

type ByteRange = readonly [from: number, to: number];

function decoded(encoding: string, [from, to]: ByteRange, seconds: readonly ByteRange[]): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const characters: string[] = [];
  for (let lead = from; lead <= to; lead += 1) {
    for (const [start, end] of seconds) {
      for (let trail = start; trail <= end; trail += 1) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
      }
    }
  }
  return characters;
}
