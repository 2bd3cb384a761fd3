import { expect, test } from 'vitest';
import { makeSigningKey } from '../../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { type EnrolmentAnchor, withPolicy } from '../../../pages/options/team/enrolment-anchor.ts';

const root = (await makeSigningKey()).publicKey;
const other = (await makeSigningKey()).publicKey;
const link: EnrolmentAnchor = { by: 'root', root, secret: 'of-the-link' };
const code: EnrolmentAnchor = { by: 'fingerprint', fingerprint: await fingerprintOf(root) };
const alone: EnrolmentAnchor = { by: 'comparison' };

test('a policy stands in for the comparison, as a key or as a fingerprint', async () => {
  expect(await withPolicy(alone, root)).toEqual({ by: 'root', root, secret: null });
  expect(await withPolicy(alone, await fingerprintOf(root))).toEqual(code);
  expect(await withPolicy(alone, '')).toEqual(alone);
});

test.each([link, code])(
  'a policy that agrees keeps what came by $by, also the secret of a link',
  async (anchor) => {
    for (const policy of ['', root, await fingerprintOf(root), (await fingerprintOf(root)).toLowerCase()])
      expect(await withPolicy(anchor, policy)).toEqual(anchor);
  },
);

test.each([link, code])('what came by $by of another root than the policy is refused', async (anchor) => {
  for (const policy of [other, await fingerprintOf(other)])
    expect(await withPolicy(anchor, policy)).toBe(null);
});
