import { afterEach, beforeEach, expect, it } from 'vitest';
import { ha1 } from '../../storage/vault/credentials-store.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

let profile: Profile;

beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

it('computes HA1 as in RFC 2617 §3.5', () => {
  expect(ha1('Mufasa', 'testrealm@host.com', 'Circle Of Life')).toBe('939e7578ed9e3c518a452acee763bce9');
});

it('keeps a password that is not to be remembered in memory only', async () => {
  const { credentials, database } = await profile.signedIn();
  expect(await credentials.read()).toEqual({ state: 'none' });
  await credentials.useForThisStart('0283', '机密密码');
  expect(await credentials.read()).toMatchObject({ state: 'here', secret: { kind: 'password' } });
  expect(await database.credentials.count()).toBe(0);
  const later = await profile.restart();
  expect(await later.credentials.read()).toEqual({ state: 'none' });
});

it('remembers HA1, never the password, and needs the agent to unlock', async () => {
  const { credentials } = await profile.signedIn();
  await credentials.remember('0283', 'pbx.invalid', '机密密码');
  const later = await profile.restart();
  expect(await later.credentials.read()).toEqual({ state: 'locked' });
  await later.vault.unlock(PASSPHRASE);
  expect(await later.credentials.read()).toEqual({
    state: 'here',
    secret: { kind: 'ha1', user: '0283', realm: 'pbx.invalid', ha1: ha1('0283', 'pbx.invalid', '机密密码') },
  });
  await later.credentials.forget();
  expect(await later.credentials.read()).toEqual({ state: 'none' });
});

it('gives the password of one agent to no other, and theirs back to the first', async () => {
  const { credentials, vault } = await profile.signedIn();
  await credentials.remember('0283', 'pbx.invalid', '机密密码');
  const [first] = await vault.agents();
  await vault.setUp('another passphrase altogether', '0517');
  expect(await credentials.read()).toEqual({ state: 'none' });
  expect(await credentials.whereabouts()).toBe('missing');
  await credentials.useForThisStart('0517', '另一个密码');
  expect(await credentials.read()).toMatchObject({ state: 'here', secret: { user: '0517' } });
  await vault.signInAs(first?.agent ?? '');
  expect(await credentials.read()).toEqual({ state: 'locked' });
  await vault.unlock(PASSPHRASE);
  expect(await credentials.read()).toMatchObject({ state: 'here', secret: { kind: 'ha1', user: '0283' } });
});
