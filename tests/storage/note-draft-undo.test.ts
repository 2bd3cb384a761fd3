import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { noteOfACall, openDraft } from '../helpers/note-of-a-call.ts';
import type { Profile } from '../helpers/profile.ts';

let profile: Profile;
let stores: Stores;
let id: string;

beforeEach(async () => {
  ({ profile, stores, id } = await noteOfACall());
});
afterEach(() => profile.quit());

describe('undo', () => {
  it('goes back by what was typed in one go, and survives a reload', async () => {
    const draft = await openDraft(stores.notes, id);
    type(draft, ['第', '第一', '第一句']);
    profile.now += 2_000;
    type(draft, ['第一句。', '第一句。第二句']);
    await draft.settled();
    draft.close();

    const reloaded = await openDraft((await profile.page()).notes, id);
    expect(reloaded.view).toMatchObject({ canUndo: true, canRedo: false });
    reloaded.undo();
    expect(reloaded.view.note.text).toBe('第一句');
    reloaded.undo();
    expect(reloaded.view).toMatchObject({ note: { text: '' }, canUndo: false });
    reloaded.redo();
    reloaded.redo();
    expect(reloaded.view.note.text).toBe('第一句。第二句');
    expect(reloaded.redo()).toBe(false);
    await reloaded.settled();
    expect(await stores.notes.read(id)).toMatchObject({ note: { text: '第一句。第二句' } });
  });

  it('keeps a bounded number of steps', async () => {
    const draft = await openDraft(stores.notes, id);
    for (let step = 1; step <= 70; step += 1) {
      profile.now += 2_000;
      draft.type({ text: `第 ${step} 步` });
    }
    let steps = 0;
    while (draft.undo()) steps += 1;
    expect(steps).toBe(50);
    expect(draft.view.note.text).toBe('第 20 步');
    await draft.settled();
  });
});

function type(draft: NoteDraft, texts: readonly string[]): void {
  for (const text of texts) draft.type({ text });
}
