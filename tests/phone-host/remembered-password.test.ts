import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { accountOf, setUpOf } from '../../phone-host/call/phone-set-up.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...{ sipServer: 'wss://pbx.invalid', sipDomain: 'pbx.invalid', sipUser: '0283' },
};

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

/** What the phone host finds when it starts. */
async function phoneOf({ vault, credentials }: Stores) {
  const secret = await credentials.read();
  return {
    setUp: setUpOf(vault.state, SETTINGS, secret),
    account: accountOf(SETTINGS, secret, null),
  };
}

describe('after a restart of the browser', () => {
  test('a remembered SIP password is not typed again: the unlock is enough', async () => {
    const { credentials } = await profile.signedIn();
    await credentials.remember('0283', 'pbx.invalid', '机密密码');
    for (let start = 0; start < 2; start += 1) {
      const later = await profile.restart();
      expect(await phoneOf(later)).toEqual({ setUp: 'locked', account: null });
      await later.vault.unlock(PASSPHRASE);
      expect(await phoneOf(later)).toMatchObject({
        setUp: 'complete',
        account: { user: '0283', credentials: { kind: 'ha1', realm: 'pbx.invalid' } },
      });
    }
  });

  test('a SIP password that is not remembered is asked for', async () => {
    const { credentials } = await profile.signedIn();
    await credentials.useForThisStart('0283', '机密密码');
    const later = await profile.restart();
    await later.vault.unlock(PASSPHRASE);
    expect(await phoneOf(later)).toEqual({ setUp: 'password-missing', account: null });
  });
});
