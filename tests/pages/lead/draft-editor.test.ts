import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { DraftEditor } from '../../../pages/lead/draft/draft-editor.ts';
import type { DraftStore } from '../../../pages/lead/draft/kept-draft.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { memoryDraftStore } from '../../helpers/memory-draft-store.ts';

const base = loadPack();
const ringing = (pack: Pack, ringLimit: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, ringLimit },
});
const calling = (pack: Pack, days: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, callBackWithinDays: days },
});

describe('one draft in two windows', () => {
  let store: DraftStore;
  let one: DraftEditor;
  let two: DraftEditor;
  beforeEach(async () => {
    vi.useFakeTimers();
    store = memoryDraftStore();
    [one, two] = [new DraftEditor(base, store, () => {}), new DraftEditor(base, store, () => {})];
    await one.open();
    await two.open();
  });
  afterEach(() => vi.useRealTimers());
  const rest = () => vi.advanceTimersByTimeAsync(5_000);

  it('is followed where nothing is unsaved, and undo goes back', async () => {
    one.edit(ringing(base, 4));
    await rest();
    expect(two.pack.value.settings.ringLimit).toBe(4);
    expect(two.state.value).toMatchObject({ state: 'saved' });
    two.undo();
    await rest();
    expect(one.pack.value.settings.ringLimit).toBe(3);
    expect(one.state.value).toEqual({ state: 'same' });
  });

  it('holds what both typed at once, where it was in different places', async () => {
    one.edit(ringing(one.pack.value, 4));
    two.edit(calling(two.pack.value, 9));
    await rest();
    for (const { pack, clash } of [one, two]) {
      expect(pack.value.settings).toMatchObject({ ringLimit: 4, callBackWithinDays: 9 });
      expect(clash.value).toBeNull();
    }
  });

  it.each(['mine', 'theirs'] as const)(
    'keeps both of one place until one is chosen (%s), and undo brings the other',
    async (keep) => {
      one.edit(ringing(base, 4));
      two.edit(ringing(base, 5));
      await rest();
      const { draft, clash } = await store.read();
      expect([draft?.pack?.settings.ringLimit, clash?.theirs?.settings.ringLimit].sort()).toEqual([4, 5]);
      expect(one.clash.value).toEqual(two.clash.value);
      const mine = two.pack.value.settings.ringLimit;
      const theirs = mine === 4 ? 5 : 4;
      // It stays so over a reload, with whatever is typed meanwhile.
      two.edit(calling(two.pack.value, 9));
      await rest();
      const again = new DraftEditor(base, store, () => {});
      await again.open();
      expect(again.clash.value?.theirs?.settings.ringLimit).toBe(theirs);
      await again.resolve(keep);
      await rest();
      for (const { pack, clash } of [one, two, again]) {
        expect(pack.value.settings.ringLimit).toBe(keep === 'mine' ? mine : theirs);
        expect(clash.value).toBeNull();
      }
      again.undo();
      expect(again.pack.value.settings.ringLimit).toBe(keep === 'mine' ? theirs : mine);
    },
  );

  it('is kept every now and then, although the typing never rests', async () => {
    for (let n = 0; n < 30; n += 1) {
      one.edit(ringing(base, (n % 9) + 1));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect((await store.read()).draft?.pack).not.toBeNull();
  });

  it('goes on top of another pack in use, and is the pack in use where it had no changes', async () => {
    one.edit(ringing(base, 4));
    await rest();
    one.rebase(calling(base, 9));
    two.rebase(calling(base, 9));
    await rest();
    expect(two.pack.value.settings).toMatchObject({ ringLimit: 4, callBackWithinDays: 9 });
    one.rebase(ringing(calling(base, 9), 4));
    await rest();
    expect(one.state.value).toEqual({ state: 'same' });
    expect((await store.read()).draft?.pack).toBeNull();
  });

  it('goes on top of a pack that came into use while no desk was open', async () => {
    one.edit(ringing(base, 4));
    await rest();
    const later = new DraftEditor(calling(base, 9), store, () => {});
    await later.open();
    later.rebase(calling(base, 9));
    expect(later.pack.value.settings).toMatchObject({ ringLimit: 4, callBackWithinDays: 9 });
    await rest();
    expect((await store.read()).draft?.base?.settings.callBackWithinDays).toBe(9);
    const clashing = new DraftEditor(calling(ringing(base, 5), 9), store, () => {});
    await clashing.open();
    clashing.rebase(calling(ringing(base, 5), 9));
    expect(clashing.pack.value.settings.ringLimit).toBe(4);
    expect(clashing.overtaken.value).toBe(true);
  });

  it('keeps its own where another pack in use has something else there, takes the rest of it, and says so', async () => {
    one.edit(ringing(base, 4));
    await rest();
    expect(one.overtaken.value).toBe(false);
    one.rebase(calling(ringing(base, 5), 9));
    await rest();
    expect(one.pack.value.settings).toMatchObject({ ringLimit: 4, callBackWithinDays: 9 });
    expect(one.overtaken.value).toBe(true);
    one.discard();
    await rest();
    expect(one.pack.value.settings.ringLimit).toBe(5);
    expect(one.overtaken.value).toBe(false);
  });
});
