import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  makeSigningKey,
  signEd25519,
  verifyEd25519,
  verifyInScript,
} from '../../../contract/release/ed25519.ts';

/** RFC 8032 §7.1, TEST 3. */
const KEY = {
  publicKey: base64Url('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'),
  privateKey: base64Url('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'),
};
const MESSAGE = Uint8Array.from([0xaf, 0x82]);
const SIGNATURE =
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a';

test('signs and verifies as the standard says', async () => {
  expect(await signEd25519(KEY, MESSAGE)).toBe(base64Url(SIGNATURE));
  expect(await verifyEd25519(KEY.publicKey, base64Url(SIGNATURE), MESSAGE)).toBe(true);
});

test('the verifier in script says the same as the built-in one, whatever is changed', async () => {
  const key = await makeSigningKey();
  const message = new TextEncoder().encode('{"sequence":7}');
  const signature = await signEd25519(key, message);
  const change = fc.record({ at: fc.nat(63), by: fc.integer({ min: 0, max: 255 }), key: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, by, key: inKey }) => {
      const [publicKey, mark] = [bytes(key.publicKey), bytes(signature)];
      const target = inKey ? publicKey : mark;
      target[at % target.length] = (target[at % target.length] ?? 0) ^ by;
      const native = await verifyEd25519(
        base64Url(Buffer.from(publicKey).toString('hex')),
        base64Url(Buffer.from(mark).toString('hex')),
        message,
      );
      expect(await verifyInScript(publicKey, mark, message)).toBe(native);
      expect(native).toBe(by === 0);
    }),
    { numRuns: 60 },
  );
});

test('what is no key or no signature is refused, not thrown at', async () => {
  expect(await verifyEd25519('', '', MESSAGE)).toBe(false);
  expect(await verifyEd25519('_'.repeat(43), base64Url(SIGNATURE), MESSAGE)).toBe(false);
});

function base64Url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64url'));
}
