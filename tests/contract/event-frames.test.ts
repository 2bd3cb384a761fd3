import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FrameReader,
  HEARTBEAT_FRAME,
  MOST_FRAME_CHARACTERS,
  writeFrame,
} from '../../contract/api/events/event-frames.ts';
import type { ServerEvent } from '../../contract/api/events/server-event.ts';

const events: readonly (readonly [string | null, ServerEvent])[] = [
  ['1', { type: 'hello' }],
  [null, { type: 'changed' }],
  ['2', { type: 'release', sequence: 3, digest: 'd'.repeat(64), document: 'x'.repeat(10_000) }],
  ['3', { type: 'member' }],
];
const TEXT = events.map(([id, event]) => writeFrame(id, event) + HEARTBEAT_FRAME).join('');
const ALL = events.map(([id, event]) => ({ id, event }));

/** Pieces of the text, cut before these positions. */
function cut(text: string, at: readonly number[]): readonly string[] {
  const places = [0, ...at.toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((end, nth) => text.slice(places[nth], end));
}

function readAll(pieces: readonly string[]) {
  const reader = new FrameReader();
  return pieces.flatMap((piece) => {
    const received = reader.receive(piece);
    if (received === 'too-long') throw new Error('too long');
    return received;
  });
}

describe('frames of the event stream', () => {
  test('are the same however the network cuts them', () => {
    expect(readAll([TEXT])).toEqual(ALL);
    expect(readAll([...TEXT])).toEqual(ALL);
    const places = fc.array(fc.nat(TEXT.length), { maxLength: 40 });
    fc.assert(fc.property(places, (at) => void expect(readAll(cut(TEXT, at))).toEqual(ALL)));
  });

  test('of an unknown kind, or broken, are skipped, and those behind them arrive', () => {
    expect(readAll([`data: {"type":"later"}\n\ndata: {\n\n\n\n${TEXT}`])).toEqual(ALL);
  });

  test('longer than a server sends end the reading, however they come', () => {
    const whole = new FrameReader();
    expect(whole.receive('x'.repeat(MOST_FRAME_CHARACTERS + 1))).toBe('too-long');
    const withEnd = new FrameReader();
    expect(withEnd.receive(`${'x'.repeat(MOST_FRAME_CHARACTERS + 1)}\n\n`)).toBe('too-long');
    const inPieces = new FrameReader();
    let pieces = 0;
    while (inPieces.receive('x'.repeat(1_000)) !== 'too-long') pieces += 1;
    expect(pieces).toBe(MOST_FRAME_CHARACTERS / 1_000);
  });

  test('search each character once: a long frame in small pieces costs as much as its length', () => {
    let searched = 0;
    const search = String.prototype.indexOf;
    const split = String.prototype.split;
    String.prototype.indexOf = function (this: string, what: string, from?: number) {
      searched += this.length;
      return search.call(this, what, from);
    };
    String.prototype.split = function (this: string, ...by: [never]) {
      searched += this.length;
      return split.apply(this, by);
    };
    try {
      const reader = new FrameReader();
      for (let nth = 0; nth < 4_000; nth += 1) reader.receive('x'.repeat(100));
    } finally {
      String.prototype.indexOf = search;
      String.prototype.split = split;
    }
    expect(searched).toBeLessThan(3 * 400_000);
  });
});
