import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSigningKey } from '../../../contract/release/ed25519.ts';
import { PACK_FORM } from '../../../contract/release/release.ts';
import { applyTeamKeys, signTeamKeys } from '../../../contract/release/team-trust.ts';
import { openRelease, verifyRelease } from '../../../contract/release/verify-release.ts';
import { openReleaseSigner } from '../../helpers/release-signer.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const NOW = Date.UTC(2026, 10, 22, 1, 12);
const pack = smallPack();
const signer = await openReleaseSigner('team-1', NOW);
const first = await signer.sign(pack);

async function verified(bytes: typeof first) {
  const result = await verifyRelease(bytes, signer.trust, null, NOW);
  if (!result.ok) throw new Error(result.reason);
  return result.release;
}

test('a release that a lead of the team signed is taken whole, and names its signer', async () => {
  const release = await verified(await signer.sign(pack, { message: '等待改为 4 秒' }));
  expect(release.pack).toEqual(pack);
  expect(release.message).toBe('等待改为 4 秒');
  expect(release.signedBy).toBe(signer.lead.publicKey);
});

test('the same release has the same bytes, in whatever order its members were written', async () => {
  const turned = Object.fromEntries(Object.entries(pack).reverse());
  expect(await signer.sign({ ...pack, ...turned })).toEqual(first);
});

test('a release with any one byte changed, cut off or put in is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(first.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('change', 'cut', 'insert'),
      async (at, by, how) => {
        const bytes =
          how === 'cut'
            ? first.slice(0, at)
            : Uint8Array.from(
                how === 'change'
                  ? first.map((byte, n) => (n === at ? byte ^ by : byte))
                  : [...first.slice(0, at), by, ...first.slice(at)],
              );
        const result = await verifyRelease(bytes, signer.trust, null, NOW);
        // One byte of the head also names the form and the key.
        expect(result.ok ? 'verified' : result.reason).toMatch(/^(tampered|foreign|needs-newer-extension)$/);
      },
    ),
    { numRuns: 300 },
  );
}, 30_000);

test('anything at all is refused without a throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect((await verifyRelease(Uint8Array.from(bytes), signer.trust, null, NOW)).ok).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('whatever the order of arrival, the sequence in use never goes back', async () => {
  const releases = await Promise.all([1, 2, 3, 4, 5].map((sequence) => signer.sign(pack, { sequence })));
  const arrivals = releases.map((bytes, n) => ({ bytes, sequence: n + 1 }));
  const orders = fc.array(fc.constantFrom(...arrivals), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(orders, async (arriving) => {
      let known = null;
      let highest = 0;
      for (const { bytes, sequence } of arriving) {
        const result = await verifyRelease(bytes, signer.trust, known, NOW);
        expect(result.ok).toBe(sequence > highest);
        if (!result.ok) expect(result.reason).toBe(sequence === highest ? 'known' : 'older');
        else known = result.release;
        highest = Math.max(highest, sequence);
      }
    }),
    { numRuns: 25 },
  );
}, 30_000);

test('an older pack comes back only as a new release', async () => {
  const calmer = { ...pack, version: '9.0.0' };
  const second = await verified(await signer.sign(calmer, { sequence: 2 }));
  expect(await verifyRelease(first, signer.trust, second, NOW)).toEqual({
    ok: false,
    reason: 'older',
    sequence: 1,
  });
  const back = await verifyRelease(
    await signer.sign(pack, { sequence: 3, parent: second.digest }),
    signer.trust,
    second,
    NOW,
  );
  expect(back.ok && back.release.pack.version).toBe(pack.version);
});

test('two releases with one sequence: the one that came first stays', async () => {
  const known = await verified(first);
  const other = await signer.sign(pack, { message: '另一份' });
  expect(await verifyRelease(other, signer.trust, known, NOW)).toMatchObject({ reason: 'older' });
});

test('an expired release is not taken any more, but one that was taken can still be read back', async () => {
  const old = await signer.sign(pack, { expiresAt: NOW });
  expect(await verifyRelease(old, signer.trust, null, NOW - 1)).toMatchObject({ ok: true });
  expect(await verifyRelease(old, signer.trust, null, NOW)).toMatchObject({
    reason: 'expired',
    expiresAt: NOW,
  });
  expect(await openRelease(old, signer.trust)).toMatchObject({ ok: true });
});

test('a clock that was set back revives no expired release: a verified one has proven the time', async () => {
  const old = await signer.sign(pack, { sequence: 9, expiresAt: NOW - 10 });
  const known = { sequence: 1, digest: 'a', issuedAt: NOW };
  expect(await verifyRelease(old, signer.trust, null, NOW - 100)).toMatchObject({ ok: true });
  expect(await verifyRelease(old, signer.trust, known, NOW - 100)).toMatchObject({ reason: 'expired' });
});

describe('who signs', () => {
  test('an outsider, and another team with its own good keys, are foreign', async () => {
    const outsider = await openReleaseSigner('team-1', NOW);
    expect(await verifyRelease(await outsider.sign(pack), signer.trust, null, NOW)).toEqual({
      ok: false,
      reason: 'foreign',
    });
    const elsewhere = await signer.sign(pack, { team: 'team-2' });
    expect(await verifyRelease(elsewhere, signer.trust, null, NOW)).toMatchObject({ reason: 'foreign' });
  });

  test('the admin lets a second lead in and the first one go; what the first had signed stays good', async () => {
    const second = await makeSigningKey();
    const list = {
      team: 'team-1',
      sequence: 2,
      issuedAt: NOW,
      root: signer.root.publicKey,
      signers: [
        { key: signer.lead.publicKey, holder: '0001', lastSequence: 1 },
        { key: second.publicKey, holder: '0002', lastSequence: null },
      ],
    };
    const changed = await applyTeamKeys(signer.trust, await signTeamKeys(list, signer.root));
    if (!changed.ok) throw new Error(changed.reason);
    expect((await openRelease(first, changed.trust)).ok).toBe(true);
    const after = await signer.sign(pack, { sequence: 2 });
    expect(await openRelease(after, changed.trust)).toMatchObject({ reason: 'foreign' });
  });

  test('only the root makes lists, one after another, and may hand over to the next root', async () => {
    const next = await makeSigningKey();
    const list = { team: 'team-1', sequence: 2, issuedAt: NOW, root: next.publicKey, signers: [] };
    expect(await applyTeamKeys(signer.trust, await signTeamKeys(list, signer.lead))).toMatchObject({
      reason: 'foreign',
    });
    const skipping = await signTeamKeys({ ...list, sequence: 3 }, signer.root);
    expect(await applyTeamKeys(signer.trust, skipping)).toMatchObject({ reason: 'out-of-order' });
    const handed = await applyTeamKeys(signer.trust, await signTeamKeys(list, signer.root));
    if (!handed.ok) throw new Error(handed.reason);
    const third = { ...list, sequence: 3 };
    expect((await applyTeamKeys(handed.trust, await signTeamKeys(third, signer.root))).ok).toBe(false);
    expect((await applyTeamKeys(handed.trust, await signTeamKeys(third, next))).ok).toBe(true);
  });

  test('a list that comes again after the root was handed over is no sign of another team', async () => {
    const next = await makeSigningKey();
    const list = { team: 'team-1', sequence: 2, issuedAt: NOW, root: next.publicKey, signers: [] };
    const handOver = await signTeamKeys(list, signer.root);
    const handed = await applyTeamKeys(signer.trust, handOver);
    if (!handed.ok) throw new Error(handed.reason);
    expect(await applyTeamKeys(handed.trust, handOver)).toEqual({ ok: false, reason: 'out-of-order' });
    const older = await signTeamKeys({ ...list, sequence: 1 }, signer.root);
    expect(await applyTeamKeys(handed.trust, older)).toEqual({ ok: false, reason: 'out-of-order' });
    const newer = await signTeamKeys({ ...list, sequence: 3 }, signer.root);
    expect(await applyTeamKeys(handed.trust, newer)).toEqual({ ok: false, reason: 'foreign' });
    const elsewhere = await signTeamKeys({ ...list, team: 'team-2' }, signer.root);
    expect(await applyTeamKeys(handed.trust, elsewhere)).toEqual({ ok: false, reason: 'foreign' });
  });

  test('a list of keys does not pass for a release, nor a release for a list', async () => {
    const trust = {
      ...signer.trust,
      signers: [{ key: signer.root.publicKey, holder: '0001', lastSequence: null }],
    };
    const list = await signTeamKeys(
      { team: 'team-1', sequence: 2, issuedAt: NOW, root: signer.root.publicKey, signers: [] },
      signer.root,
    );
    expect(await openRelease(list, trust)).toMatchObject({ reason: 'tampered' });
    expect(await applyTeamKeys({ ...signer.trust, root: signer.lead.publicKey }, first)).toMatchObject({
      reason: 'tampered',
    });
  });
});

describe('what is signed, but will not do', () => {
  const broken = { ...pack, settings: { ...pack.settings, ringLimit: 0 } };

  test('an unsound pack is refused with place and reason', async () => {
    const result = await openRelease(await signer.sign(broken), signer.trust);
    expect(result).toMatchObject({
      reason: 'invalid',
      problems: [{ path: ['settings', 'ringLimit'], reason: { kind: 'range' } }],
    });
  });

  test('a pack of a newer form that this version cannot read asks for a newer extension', async () => {
    const newer = await signer.sign(broken, { packForm: PACK_FORM + 1 });
    expect(await openRelease(newer, signer.trust)).toMatchObject({ reason: 'needs-newer-extension' });
  });

  test('one of a newer form that holds nothing new is taken', async () => {
    expect(
      await openRelease(await signer.sign(pack, { packForm: PACK_FORM + 1 }), signer.trust),
    ).toMatchObject({
      ok: true,
    });
  });
});
