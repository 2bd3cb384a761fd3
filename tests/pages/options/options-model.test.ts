import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SyncMessage, SyncState } from '../../../contract/messages/sync-message.ts';
import { NOTHING_PRESCRIBED } from '../../../contract/settings/managed-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../contract/settings/settings.ts';
import type { OptionsBrowser } from '../../../pages/options/frame/options-browser.ts';
import { OptionsModel } from '../../../pages/options/frame/options-model.ts';
import { TeamLink } from '../../../pages/options/team/team-link.ts';
import { DEFAULT_KEY_MAP } from '../../../pages/session/key-map.ts';
import { pack } from '../../../scripts/pack.yaml';
import type { Stores } from '../../../storage/open-stores.ts';
import { CALL } from '../../helpers/note-of-a-call.ts';
import { PASSPHRASE, Profile } from '../../helpers/profile.ts';

let profile: Profile;
/** What the fake browser stores, and what the page did with it. */
let stored: Settings;
let done: string[];
const sync = {
  state: signal<SyncState>({ state: 'local' }),
  say: (message: SyncMessage) => done.push(message.kind),
};

beforeEach(() => {
  profile = new Profile();
  stored = DEFAULT_SETTINGS;
  done = [];
  sync.state.value = { state: 'local' };
});
afterEach(() => profile.quit());

test('a new agent sets a passphrase, keeps the code and then sees the agents of this computer', async () => {
  const stores = await profile.page();
  const model = await openModel(stores);
  expect(model.view()).toMatchObject({ vault: { state: 'none' }, agents: null, password: 'missing' });
  await model.act({ do: 'make-vault', passphrase: PASSPHRASE });
  await model.refreshVault();
  const { vault } = model.view();
  expect(vault).toMatchObject({ state: 'made', recoveryCode: expect.stringMatching(/^(\w{5}-){5}\w{5}$/) });
  expect(model.view().agents).toBeNull();
  await model.act({ do: 'recovery-code-kept' });
  expect(model.view().vault).toEqual({ state: 'open' });
  expect(model.view().agents?.agents).toHaveLength(1);
  expect(done).toContain('vault remembered');
});

test('keys that were made once and are gone now count as lost', async () => {
  const model = await openModel(await profile.page(), { vaultWasMade: async () => true });
  expect(model.view().vault).toEqual({ state: 'lost' });
});

test('saving the agent renames the keys, reports the form and notifies the host', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  await model.act({ do: 'save-agent', settings: { agentNumber: '0311', hotlineName: '示例热线' } });
  expect(model.view()).toMatchObject({ forms: { agent: 'saved' }, settings: { agentNumber: '0311' } });
  expect(model.view().agents?.agents).toMatchObject([{ label: '0311', current: true }]);
  expect(done).toEqual(['host notified']);
});

test('a form that cannot be saved says so and keeps the settings', async () => {
  const refuse = () => Promise.reject(new Error('full'));
  const model = await openModel(await profile.signedIn(), { saveSettings: refuse });
  await model.act({ do: 'listen-to-line', on: false });
  expect(model.view()).toMatchObject({ forms: { listening: 'failed' }, settings: { listenToLine: true } });
  expect(done).toEqual([]);
});

test('a remembered password is stored encrypted, and forgotten on request', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  const settings = { sipUser: '0283', sipDomain: 'example.com' };
  await model.act({ do: 'save-phone', settings, password: 'geheim', remember: true });
  expect(model.view()).toMatchObject({ password: 'remembered', forms: { phone: 'saved' } });
  expect((await profile.bytesAtRest()).includes('geheim')).toBe(false);
  await model.act({ do: 'save-phone', settings, password: null, remember: false });
  expect(model.view().password).toBe('remembered');
  await model.act({ do: 'forget-password' });
  expect(model.view().password).toBe('missing');
});

test('a second agent gets a code of their own, and their settings start afresh', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  await model.act({ do: 'add-agent', label: '0311', passphrase: '短' });
  expect(model.view().agents?.answer).toEqual({ state: 'refused', reason: 'too-short' });
  await model.act({ do: 'add-agent', label: '0311', passphrase: PASSPHRASE });
  await model.refreshVault();
  const { agents, settings, settingsRevision } = model.view();
  expect(agents?.newCode).not.toBeNull();
  expect(agents?.agents.find(({ current }) => current)?.label).toBe('0311');
  expect({ number: settings.agentNumber, settingsRevision }).toEqual({ number: '0311', settingsRevision: 1 });
  await model.act({ do: 'new-code-kept' });
  expect(model.view().agents?.newCode).toBeNull();
});

test('signing out locks the records, and a wrong passphrase is refused', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  await model.act({ do: 'sign-out' });
  await model.refreshVault();
  expect(model.view()).toMatchObject({ vault: { state: 'locked' }, keeping: { unlocked: false } });
  await model.act({ do: 'unlock', secret: '错误的口令，完全不对' });
  expect(model.view().agents?.answer).toEqual({ state: 'refused', reason: 'wrong-passphrase' });
  await model.act({ do: 'unlock', secret: PASSPHRASE });
  await model.refreshVault();
  expect(model.view().vault).toEqual({ state: 'open' });
});

test('retention counts what is due, and erasing a number is recorded without it', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  await stores.notes.create(CALL);
  profile.now += 40 * 86_400_000;
  await model.act({ do: 'keep-days', days: 30 });
  expect(model.view().keeping).toMatchObject({ keepNotesDays: 30, form: 'saved', due: 1 });
  await model.act({ do: 'erase-number', number: 'nobody' });
  expect(model.view().keeping.erasure).toEqual({ state: 'refused', reason: 'not-a-number' });
  await model.act({ do: 'erase-number', number: CALL.number });
  expect(model.view().keeping).toMatchObject({
    ...{ due: 0, erasure: { state: 'done', notes: 1 } },
    accounted: [{ kind: 'deleted-by-number', notes: 1 }],
  });
});

test('an administrator’s fields are marked, also the days', async () => {
  const loadManagedSettings = async () => ({ ...NOTHING_PRESCRIBED, prescribed: { keepNotesDays: 90 } });
  const model = await openModel(await profile.signedIn(), { loadManagedSettings });
  expect(model.view()).toMatchObject({ managed: ['keepNotesDays'], keeping: { managed: true } });
});

test('click-to-dial that the browser refuses stays off', async () => {
  const model = await openModel(await profile.signedIn(), { enableDial: async () => false });
  await model.act({ do: 'click-to-dial', on: true });
  expect(model.view().clickToDial).toBe('refused');
  await model.act({ do: 'click-to-dial', on: false });
  expect(model.view().clickToDial).toBe('off');
});

test('a team address that is no https origin is refused before anything is asked', async () => {
  const model = await openModel(await profile.signedIn());
  await model.act({ do: 'enrol', server: 'http://example.com', code: 'ABCD' });
  expect(model.view().team).toMatchObject({ state: 'none', problem: expect.stringMatching(/^bad-/) });
});

test('the TURN secret is kept encrypted, never shown, and not among the settings', async () => {
  const stores = await profile.signedIn();
  const model = await openModel(stores);
  expect(model.view().turnSecret).toBe('missing');
  await model.act({ do: 'save-turn', settings: { turnServer: 'turn:relay.example' }, secret: 'shared-1' });
  expect(model.view()).toMatchObject({
    ...{ turnSecret: 'kept', forms: { turn: 'saved' } },
    settings: { turnServer: 'turn:relay.example' },
  });
  expect(JSON.stringify([model.view(), stored])).not.toContain('shared-1');
  expect(await stores.turnSecret.read()).toBe('shared-1');
  await model.act({ do: 'save-turn', settings: { turnUser: 'agents' }, secret: null });
  expect(await stores.turnSecret.read()).toBe('shared-1');
  await model.act({ do: 'forget-turn-secret' });
  expect(model.view().turnSecret).toBe('missing');
});

test('a TURN secret that cannot be stored is said, and its form is not called saved', async () => {
  const model = await openModel(await profile.signedIn());
  await model.act({ do: 'save-turn', settings: {}, secret: 'x'.repeat(501) });
  expect(model.view()).toMatchObject({ turnSecret: 'missing', forms: { turn: 'failed' } });
});

test('the keys are saved as chosen', async () => {
  const model = await openModel(await profile.signedIn());
  const keys = { ...DEFAULT_KEY_MAP, hold: 'KeyY' } as const;
  await model.act({ do: 'save-keys', keys });
  expect(model.view()).toMatchObject({ keys: { hold: 'KeyY' }, forms: { keys: 'saved' } });
});

async function openModel(stores: Stores, changes: Partial<OptionsBrowser> = {}): Promise<OptionsModel> {
  const browser: OptionsBrowser = { ...fakeBrowser(stores), ...changes };
  const host = { notifySettingsChanged: () => void done.push('host notified') };
  const teamLink = new TeamLink(stores, (role) => role);
  const phoneStatus = signal({ status: 'working', doing: 'starting' } as const);
  const phoneProblems = signal({});
  const parts = { stores, pack, browser, host, sync, teamLink, phoneStatus, phoneProblems };
  const model = new OptionsModel(parts);
  await model.load();
  await model.refreshVault();
  return model;
}

function fakeBrowser(stores: Stores): OptionsBrowser {
  return {
    loadSettings: async () => stored,
    loadManagedSettings: async () => NOTHING_PRESCRIBED,
    saveSettings: async (patch) => {
      stored = { ...stored, ...patch };
    },
    changePersonalSettings: async (_from, _to, fresh) => {
      stored = { ...stored, ...fresh };
    },
    switchAgent: async (_vault, agent) => (await stores.vault.signInAs(agent)).ok,
    loadKeyMap: async () => DEFAULT_KEY_MAP,
    saveKeyMap: async () => {},
    loadBrowserKeys: async () => new Map(),
    isDialOn: async () => false,
    watchedSites: () => [],
    requestSites: async () => true,
    areSitesAllowed: async () => true,
    enableDial: async () => true,
    disableDial: async () => {},
    loadUpdate: async () => ({ state: 'none' }),
    rememberVault: async () => void done.push('vault remembered'),
    vaultWasMade: async () => false,
    print: () => {},
    reload: () => {},
    makePersistent: async () => true,
    storageState: async () => ({ persistent: true, usedBytes: 0 }),
  };
}
