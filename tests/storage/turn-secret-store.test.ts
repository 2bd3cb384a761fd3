import { afterEach, beforeEach, expect, it } from 'vitest';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

const SECRET = '共享密钥 s3cret';
let profile: Profile;

beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

it('is read again after the unlock of a later start, and not before', async () => {
  const { turnSecret } = await profile.signedIn();
  expect(await turnSecret.read()).toBeNull();
  await turnSecret.remember(SECRET);
  expect(await turnSecret.read()).toBe(SECRET);
  const later = await profile.restart();
  expect(await later.turnSecret.read()).toBeNull();
  expect(await later.turnSecret.isKept()).toBe(true);
  await later.vault.unlock(PASSPHRASE);
  expect(await later.turnSecret.read()).toBe(SECRET);
});

it('lies on the disk only encrypted', async () => {
  const { turnSecret, database } = await profile.signedIn();
  await turnSecret.remember(SECRET);
  const rows = await database.credentials.toArray();
  const onDisk = rows.map(
    ({ agent, encrypted }) => agent + Buffer.from(encrypted.ciphertext).toString('utf8'),
  );
  expect(onDisk.join()).not.toContain('s3cret');
});

it('is apart from the SIP secret: to forget one leaves the other', async () => {
  const { turnSecret, credentials } = await profile.signedIn();
  await credentials.remember('0283', 'pbx.invalid', 'password');
  await turnSecret.remember(SECRET);
  await credentials.forget();
  expect(await turnSecret.read()).toBe(SECRET);
  await credentials.remember('0283', 'pbx.invalid', 'password');
  await turnSecret.forget();
  expect(await turnSecret.isKept()).toBe(false);
  expect(await credentials.whereabouts()).toBe('remembered');
});

it.each(['', 'x'.repeat(501)])('refuses a secret that is none, without repeating it (%#)', async (secret) => {
  const { turnSecret } = await profile.signedIn();
  const error: unknown = await turnSecret.remember(secret).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RangeError);
  expect(JSON.stringify(error) + String(error)).not.toContain('xxx');
});
