import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_FIELDS, type NoteContact } from '../../contract/note/note.ts';
import { PBKDF2_ROUNDS } from '../../storage/keys/passphrase-lock.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

const WALK_IN: NoteContact = { kind: 'walk-in' };
/** The real work factor, several times per test, on a possibly busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let profile: Profile;

beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

describe('an agent on a shared computer', () => {
  it('sets up once, writes locked after a restart, and reads it all after unlocking', async () => {
    const first = await profile.page();
    expect(first.vault.state.state).toBe('not-set-up');
    expect(await first.vault.setUp(PASSPHRASE, '0283')).toMatchObject({ ok: true });
    const early = await first.notes.create(WALK_IN, { ...EMPTY_FIELDS, text: '早班的话' });

    const second = await profile.restart();
    expect(second.vault.state).toMatchObject({ state: 'locked', label: '0283' });
    expect(await second.notes.read(early)).toEqual({ ok: false, reason: 'locked' });
    const late = await second.notes.create(WALK_IN, { text: '锁着写的' });
    expect(await second.notes.read(late)).toMatchObject({ ok: true, note: { text: '锁着写的' } });

    expect(await second.vault.unlock(PASSPHRASE)).toEqual({ ok: true, by: 'passphrase' });
    expect(second.vault.state.state).toBe('unlocked');
    expect(await second.notes.read(early)).toMatchObject({ ok: true, note: { text: '早班的话' } });
  });

  it('stays locked for a wrong passphrase', async () => {
    await profile.signedIn();
    const { vault } = await profile.restart();
    expect(await vault.unlock('正确 马 电池 订书机')).toEqual({ ok: false, reason: 'wrong-passphrase' });
    expect(vault.state.state).toBe('locked');
  });

  it('gets in with the printed code, typed carelessly, and then chooses a new passphrase', async () => {
    const { vault } = await profile.page();
    const setUp = await vault.setUp(PASSPHRASE, '0283');
    if (!setUp.ok) throw new Error(setUp.reason);
    const careless = setUp.recoveryCode.toLowerCase().replaceAll('-', ' ');

    const later = await profile.restart();
    expect(await later.vault.unlock(careless)).toEqual({ ok: true, by: 'recovery-code' });
    expect(await later.vault.changePassphrase(careless, '一个新的通行短语 九')).toMatchObject({ ok: true });

    const last = await profile.restart();
    expect(await last.vault.unlock(PASSPHRASE)).toMatchObject({ ok: false });
    expect(await last.vault.unlock('一个新的通行短语 九')).toMatchObject({ ok: true });
  });

  it('is told which group of the code was mistyped', async () => {
    const { vault } = await profile.page();
    const setUp = await vault.setUp(PASSPHRASE, '0283');
    if (!setUp.ok) throw new Error(setUp.reason);
    const signs = [...setUp.recoveryCode];
    signs[13] = signs[13] === '7' ? '8' : '7';
    expect(await vault.unlock(signs.join(''))).toEqual({
      ok: false,
      reason: 'mistyped-recovery-code',
      group: 3,
    });
  });

  it('refuses a passphrase that a thief would guess', async () => {
    const { vault } = await profile.page();
    expect(await vault.setUp('12345678', '0283')).toEqual({ ok: false, reason: 'passphrase-too-short' });
    expect(vault.state.state).toBe('not-set-up');
  });

  it('a renewed code replaces the old sheet', async () => {
    const { vault } = await profile.page();
    const old = await vault.setUp(PASSPHRASE, '0283');
    const renewed = await vault.renewRecoveryCode(PASSPHRASE);
    if (!old.ok || !renewed.ok) throw new Error('not set up');
    expect(await vault.unlock(old.recoveryCode)).toMatchObject({ ok: false });
    expect(await vault.unlock(renewed.recoveryCode)).toMatchObject({ ok: true });
  });
});

describe('pages of one browser', () => {
  it('share one start, and hear when another page unlocks', async () => {
    await profile.signedIn();
    const options = await profile.restart();
    const host = await profile.page();
    const changed = new Promise((resolve) => host.vault.subscribe((state) => resolve(state.state)));
    await options.vault.unlock(PASSPHRASE);
    expect(await changed).toBe('unlocked');
    expect(await host.database.starts.count()).toBe(2);
  });

  it('that open at the same moment begin one start, not two', async () => {
    await profile.signedIn();
    profile.quit();
    const [one] = await Promise.all([profile.restart(), profile.page(), profile.page()]);
    expect(await one.database.starts.count()).toBe(2);
  });
});

describe('signing out', () => {
  it('makes even this start unreadable, and still lets the next call be written', async () => {
    const { vault, notes } = await profile.signedIn();
    const before = await notes.create(WALK_IN, { text: '下班前' });
    await vault.lock();
    expect(await notes.read(before)).toEqual({ ok: false, reason: 'locked' });
    const after = await notes.create(WALK_IN, { text: '下班后' });
    await vault.unlock(PASSPHRASE);
    expect(await notes.read(before)).toMatchObject({ ok: true });
    expect(await notes.read(after)).toMatchObject({ ok: true });
  });

  it('keeps two agents of one computer apart', async () => {
    const { vault, notes } = await profile.signedIn();
    const hers = await notes.create(WALK_IN, { text: '她的记录' });
    await vault.setUp('另一位坐席 的 短语 八', '0311');
    expect(await notes.read(hers)).toEqual({ ok: false, reason: 'locked' });
    const agents = await vault.agents();
    expect(agents.map(({ label }) => label).sort()).toEqual(['0283', '0311']);
    const first = agents.find(({ label }) => label === '0283');
    await vault.signInAs(first?.agent ?? '');
    expect(await vault.unlock('另一位坐席 的 短语 八')).toMatchObject({ ok: false });
    expect(await vault.unlock(PASSPHRASE)).toMatchObject({ ok: true });
    expect(await notes.read(hers)).toMatchObject({ ok: true });
  });
});

describe('a thief with the profile folder', () => {
  it('meets the full work factor', async () => {
    const { vault, database } = await profile.page();
    await vault.setUp(PASSPHRASE, '0283');
    const [keys] = await database.keys.toArray();
    expect(keys?.byPassphrase.rounds).toBe(PBKDF2_ROUNDS);
    expect(PBKDF2_ROUNDS).toBeGreaterThanOrEqual(600_000);
  });

  it('finds no passphrase, code, number, name or word of a note', async () => {
    const { vault, notes, journal, credentials } = await profile.page();
    const setUp = await vault.setUp(PASSPHRASE, '0283');
    if (!setUp.ok) throw new Error(setUp.reason);
    const remoteParty = { number: '+8613900001234', displayName: 'CANARY-名' };
    const at = profile.now;
    await journal.append([
      {
        seq: 1,
        source: 'jssip',
        event: { type: 'ringing', call: 'CANARY-call', at, remoteParty, queuedMs: null },
      },
    ]);
    const contact = { kind: 'call', call: 'CANARY-call', direction: 'inbound', startedAt: at } as const;
    await notes.create({ ...contact, ...remoteParty }, { text: 'CANARY-正文', surname: 'CANARY-姓' });
    await credentials.remember('agent0283', 'pbx.invalid', 'CANARY-secret');
    const bytes = await profile.bytesAtRest();
    expect(bytes.includes('journal') || bytes.length > 500).toBe(true);
    for (const canary of ['CANARY', '3900001234', PASSPHRASE, setUp.recoveryCode, 'agent0283']) {
      expect(bytes.includes(canary), canary).toBe(false);
    }
  });
});
