import * as v from 'valibot';
import { expect, test } from 'vitest';
import { encryptedSetUpSchema } from '../../contract/api/members/enrolment.ts';
import { encryptSetUp, openSetUp } from '../../contract/api/members/enrolment-set-up.ts';
import { makeEnrolmentSecret } from '../../contract/api/members/read-enrolment.ts';
import { type DeviceSetUp, teamSettings } from '../../contract/settings/device-set-up.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';

const SETTINGS = { ...DEFAULT_SETTINGS, sipServer: 'wss://sip.example/ws', sipDomain: 'sip.example' };
const SET_UP: DeviceSetUp = {
  settings: teamSettings(SETTINGS),
  account: { user: '0283', password: 'nobody-types-this' },
};
const BINDING = 'a'.repeat(64);
const secret = makeEnrolmentSecret();

test('the secret of the link opens what was encrypted under it', async () => {
  expect(await openSetUp(secret, BINDING, await encryptSetUp(secret, BINDING, SET_UP))).toEqual(SET_UP);
});

test('nothing of it can be read without the secret', async () => {
  const text = await encryptSetUp(secret, BINDING, SET_UP);
  expect(v.is(encryptedSetUpSchema, text)).toBe(true);
  for (const word of ['nobody-types-this', 'sip.example', '0283']) expect(atob(text)).not.toContain(word);
});

test.each([
  ['another secret', async (text: string) => openSetUp(makeEnrolmentSecret(), BINDING, text)],
  ['another binding', async (text: string) => openSetUp(secret, 'b'.repeat(64), text)],
  ['a changed byte', async (text: string) => openSetUp(secret, BINDING, `AAAA${text.slice(4)}`)],
  ['no ciphertext', async () => openSetUp(secret, BINDING, 'AAAA')],
  ['no base64', async () => openSetUp(secret, BINDING, '口令')],
])('%s opens nothing', async (_what, open) => {
  expect(await open(await encryptSetUp(secret, BINDING, SET_UP))).toBe(null);
});

test('the longest settings fit', async () => {
  const longest = 'wss://sip.example/'.padEnd(200, 'x');
  const settings = { ...SETTINGS, sipServer: longest, sipFallbackServers: `${longest} `.repeat(9) };
  const text = await encryptSetUp(secret, BINDING, { ...SET_UP, settings: teamSettings(settings) });
  expect(v.is(encryptedSetUpSchema, text)).toBe(true);
});

test('nothing of one person or computer is prescribed', () => {
  const own = { ...SETTINGS, agentNumber: '0900', agentName: '组长', sipUser: '0900', ringerOutput: 'x' };
  const page = { screenPopAt: 'ring', screenPopPage: 'https://lead.example.com/{number}' } as const;
  expect(teamSettings({ ...own, ...page })).toEqual(teamSettings(SETTINGS));
  expect(teamSettings(own)).toEqual(teamSettings(SETTINGS));
});
