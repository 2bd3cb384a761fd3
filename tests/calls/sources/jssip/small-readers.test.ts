import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callIdOf, freshCallId } from '../../../../calls/sources/jssip/call-id.ts';
import { readQueueTime } from '../../../../calls/sources/jssip/jssip-types.ts';
import { areTones, readTarget } from '../../../../calls/sources/jssip/sip-target.ts';

describe('a call id', () => {
  test('is the same in every source that sees the Call-ID', () => {
    expect(callIdOf('a84b4c76e66710@pc33.example')).toBe('a84b4c76e66710@pc33.example');
  });

  test('is a plain key of limited length, whatever the other side sends', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => /^[\w.@%-]{0,128}$/.test(callIdOf(text))));
  });

  test('that rings a second time (serial forking) is a new call', () => {
    const used = new Set(['x', 'x~2']);
    expect(freshCallId('x', (id) => used.has(id))).toBe('x~3');
    expect(freshCallId('y', (id) => used.has(id))).toBe('y');
  });
});

describe('the time in the queue', () => {
  test('is read in seconds', () => {
    expect(['42', ' 42 ', '42.5', '42s', '0'].map(readQueueTime)).toEqual([
      42_000, 42_000, 42_500, 42_000, 0,
    ]);
  });

  test('is unknown if the header cannot be read', () => {
    for (const junk of [undefined, '', '-1', 'abc', '1e9', '99999999', '1:20', 'NaN', '<b>5</b>', '90000']) {
      expect(readQueueTime(junk)).toBeNull();
    }
  });
});

describe('a target', () => {
  test('is a number as people write it, an extension or an address', () => {
    expect(readTarget('+86 139-0000-0001')).toBe('+8613900000001');
    expect(readTarget(' (010) 0000 0001 ')).toBe('01000000001');
    expect(readTarget('supervisor')).toBe('supervisor');
    expect(readTarget('sip:8001@pbx.example')).toBe('sip:8001@pbx.example');
  });

  test('never carries a header, a second address or white space into a SIP message', () => {
    for (const bad of ['', '   ', '()', 'a b', 'x\r\nVia: y', '<sip:a@b>', 'a@b@c', 'a"b', 'x'.repeat(300)]) {
      expect(readTarget(bad)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const target = readTarget(text);
        return target === null || !/[\s<>"]/.test(target);
      }),
    );
  });
});

test('tones are digits, star, hash and A–D', () => {
  expect(['1', '0*#', 'abcd'].every(areTones)).toBe(true);
  expect(['', 'x', '1 2', '1,2', '1'.repeat(65)].some(areTones)).toBe(false);
});
