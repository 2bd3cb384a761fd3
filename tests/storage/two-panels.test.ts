import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../storage/open-stores.ts';
import { noteOfACall, openDraft } from '../helpers/note-of-a-call.ts';
import type { Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';

let profile: Profile;
let stores: Stores;
let id: string;

beforeEach(async () => {
  ({ profile, stores, id } = await noteOfACall());
});
afterEach(() => profile.quit());

describe('two panels on one note', () => {
  it('hear of each other', async () => {
    const here = await openDraft(stores.notes, id);
    const there = await openDraft((await profile.page()).notes, id);
    here.type({ text: '这边写的' });
    await until('the other panel shows it', () => there.view.note.text === '这边写的');
    expect(there.view.status.state).toBe('saved');
  });

  it('that type into different fields at once keep both', async () => {
    const here = await openDraft(stores.notes, id);
    const there = await openDraft((await profile.page()).notes, id);
    here.type({ text: '退款' });
    there.type({ surname: '李', title: 'ms' });
    await Promise.all([here.settled(), there.settled()]);
    expect(await stores.notes.read(id)).toMatchObject({ note: { text: '退款', surname: '李', title: 'ms' } });
  });

  it('that type into one field at once: the later one stands, the other is one undo away', async () => {
    const here = await openDraft(stores.notes, id);
    const there = await openDraft((await profile.page()).notes, id);
    here.type({ text: '左边' });
    there.type({ text: '右边' });
    await Promise.all([here.settled(), there.settled()]);
    const stored = await stores.notes.read(id);
    const stands = stored.ok ? stored.note.text : '';
    expect(['左边', '右边']).toContain(stands);
    const winner = stands === '左边' ? here : there;
    winner.undo();
    expect(winner.view.note.text).toBe(stands === '左边' ? '右边' : '左边');
  });
});
