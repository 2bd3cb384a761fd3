import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../storage/open-stores.ts';
import { CALL, noteOfACall, openDraft } from '../helpers/note-of-a-call.ts';
import { PASSPHRASE, type Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';

let profile: Profile;
let stores: Stores;
let id: string;

beforeEach(async () => {
  ({ profile, stores, id } = await noteOfACall());
});
afterEach(() => profile.quit());

describe('typing', () => {
  it('shows at once, says saved only when stored, and is there after a restart', async () => {
    const draft = await openDraft(stores.notes, id);
    const said: string[] = [];
    draft.subscribe(({ status }) => said.push(status.state));
    draft.type({ text: '客户说' });
    expect(draft.view).toMatchObject({ note: { text: '客户说' }, status: { state: 'saving' } });
    await draft.settled();
    expect(said).toEqual(['saving', 'saved']);
    draft.close();

    const later = await profile.restart();
    await later.vault.unlock(PASSPHRASE);
    expect(await later.notes.read(id)).toMatchObject({ ok: true, note: { text: '客户说', revision: 2 } });
  });

  it('gathers what is typed during a commit into the next one', async () => {
    const draft = await openDraft(stores.notes, id);
    const text = '一二三四五六七八九十';
    for (let length = 1; length <= text.length; length += 1) draft.type({ text: text.slice(0, length) });
    await draft.settled();
    const row = await stores.database.notes.get(id);
    // Ten keystrokes make two commits: the first alone, the other nine together.
    expect(row?.revision).toBe(3);
    expect(await stores.notes.read(id)).toMatchObject({ note: { text } });
  });

  it('loses no keystroke that a "saved" provokes', async () => {
    const draft = await openDraft(stores.notes, id);
    const words = ['甲', '甲乙', '甲乙丙'];
    draft.subscribe(({ status }) => {
      const next = status.state === 'saved' ? words.shift() : undefined;
      if (next !== undefined) draft.type({ text: next });
    });
    draft.type({ text: '头' });
    await draft.settled();
    expect(await stores.notes.read(id)).toMatchObject({ note: { text: '甲乙丙' } });
  });

  it('puts one entry a note into the outbox, naming the newest revision', async () => {
    const draft = await openDraft(stores.notes, id);
    for (const surname of ['王', '黄']) {
      draft.type({ surname });
      await draft.settled();
    }
    expect(await stores.database.outbox.toArray()).toMatchObject([{ table: 'notes', id, revision: 3 }]);
  });

  it('works in a locked start, from the first ring on', async () => {
    const locked = await profile.restart();
    const again = await locked.notes.create({ ...CALL, call: 'call-2' });
    const draft = await openDraft(locked.notes, again);
    draft.type({ text: '没解锁也能记' });
    await draft.settled();
    expect(draft.view.status.state).toBe('saved');
  });
});

describe('the note of a call', () => {
  it('is one note, whoever makes it first', async () => {
    const panel = await profile.page();
    const both = await Promise.all([
      panel.notes.create({ ...CALL, call: 'call-9' }),
      stores.notes.create({ ...CALL, call: 'call-9' }),
    ]);
    expect(new Set(both).size).toBe(1);
    expect(await panel.notes.noteOfCall('call-9')).toBe(both[0]);
  });

  it('shows the facts that the host encrypted while it was open', async () => {
    const draft = await openDraft(stores.notes, id);
    draft.type({ text: '边说边记' });
    const host = await profile.page();
    await host.notes.finalizeFacts(id, {
      ...{ rings: 2, queuedMs: null, answeredAt: 2, endedAt: 9, end: { how: 'given-up' } },
      ...{ holds: { count: 0, totalMs: 0 }, mutes: { count: 0, totalMs: 0 } },
      ...{ situations: [], steps: [], forcedHangUps: 0, line: [], originalTarget: null },
    });
    await until('the facts have arrived', () => draft.view.note.facts !== null);
    await draft.settled();
    expect(draft.view.note).toMatchObject({ text: '边说边记', facts: { rings: 2 } });
  });
});

describe('a store that refuses', () => {
  it('says why, keeps the text, and stores all of it on retry', async () => {
    const draft = await openDraft(stores.notes, id);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    draft.type({ text: '磁盘满了' });
    await draft.settled();
    expect(draft.view).toMatchObject({
      status: { state: 'failed', reason: 'quota' },
      note: { text: '磁盘满了' },
    });
    full.mockRestore();
    draft.retry();
    await draft.settled();
    expect(draft.view.status.state).toBe('saved');
    expect(await stores.notes.read(id)).toMatchObject({ note: { text: '磁盘满了' } });
  });

  it('says that the note was deleted meanwhile, and still shows it for copying', async () => {
    const draft = await openDraft(stores.notes, id);
    await stores.database.notes.delete(id);
    draft.type({ text: '已被删除' });
    await draft.settled();
    expect(draft.view).toMatchObject({
      status: { state: 'failed', reason: 'deleted' },
      note: { text: '已被删除' },
    });
  });
});
