import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf, routeOf } from '../../../pages/lead/frame/lead-link.ts';

it('each page of the desk has an address that leads back to it', () => {
  for (const hash of ['#/publish', '#/presence', '#/scripts/settings', '#/scripts/techniques/firm-limit']) {
    expect(hashOf(routeOf(hash))).toBe(hash);
  }
});

it('any address at all leads somewhere', () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      expect(hashOf(routeOf(hashOf(routeOf(`#/${rest}`))))).toBe(hashOf(routeOf(`#/${rest}`)));
    }),
  );
});
