import { describe, expect, test } from 'vitest';
import { buildPlaceIndex, findPlaces } from '../../rules/search/find-places.ts';
import { pack } from '../../scripts/pack.yaml';
import { hanziReadings } from '../../tools/hanzi-readings.ts';

const INDEX = buildPlaceIndex(pack.directory, 'zh-CN', hanziReadings());

describe('a number to tell the caller is found by', () => {
  test.each([
    ['its name', '维修', 'repair'],
    ['the initials of its name', 'wxfw', 'repair'],
    ['what callers call it', '骚扰', 'harassment-queue'],
    ['its number', '8001', 'floor-supervisor'],
    ['two words that both fit', '主管 8002', 'hotline-supervisor'],
  ])('%s', (_how, query, id) => {
    expect(findPlaces(INDEX, query)[0]).toBe(id);
  });

  test('an empty query, a single key and an unknown word find no place', () => {
    for (const query of ['', ' ', '8', 'z', 'xyzxyz']) expect(findPlaces(INDEX, query)).toEqual([]);
  });
});
