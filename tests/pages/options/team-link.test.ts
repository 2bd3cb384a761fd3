import { afterEach, beforeEach, expect, test } from 'vitest';
import { TeamLink } from '../../../pages/options/team/team-link.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { LINK } from '../../helpers/fake-team-server.ts';
import { PASSPHRASE, Profile } from '../../helpers/profile.ts';

let profile: Profile;
let stores: Stores;
let link: TeamLink;
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  link = new TeamLink(stores, (role) => role);
});
afterEach(() => profile.quit());

const CODE = 'ABCD-EFGH-JKMN-PQRS';

test('nobody joins a team in the name of an agent whose computer is locked', async () => {
  await stores.vault.lock();
  await link.refresh('');
  expect(link.view.value).toEqual({ state: 'locked' });
  expect(await link.enrol('https://team.example', CODE)).toBe(null);
  expect(await link.signIn('https://team.example', 'K7QM2X')).toBe(null);
  expect(link.view.value).toEqual({ state: 'locked' });
  expect(await stores.links.read()).toEqual({ state: 'none' });
});

test('nobody leaves the team of an agent whose computer is locked, or answers for the agent', async () => {
  await stores.links.save(LINK);
  await stores.vault.lock();
  await link.refresh('');
  await link.leave();
  await link.compareRoot(false);
  expect(link.view.value).toEqual({ state: 'locked' });
  await stores.vault.unlock(PASSPHRASE);
  expect(await stores.links.read()).toMatchObject({ state: 'linked' });
});
