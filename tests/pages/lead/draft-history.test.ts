import { beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { DraftHistory } from '../../../pages/lead/draft/draft-history.ts';
import { addItem, copyItem, removeItem } from '../../../pages/lead/editor/pack-items.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();
let history: DraftHistory;
beforeEach(() => {
  history = new DraftHistory(pack);
});

const hotline = (to: string): Pack => ({
  ...history.present,
  settings: { ...history.present.settings, hotline: { ...history.present.settings.hotline, 'zh-CN': to } },
});
const ringLimit = (to: number): Pack => ({
  ...history.present,
  settings: { ...history.present.settings, ringLimit: to },
});

describe('what a lead can take back', () => {
  it('is a word, not its letters, as long as the typing goes on', () => {
    for (const [n, typed] of ['安', '安心', '安心热', '安心热线'].entries()) {
      history.push(hotline(typed), n * 400);
    }
    history.undo();
    expect(history.present).toBe(pack);
    expect(history.canUndo).toBe(false);
    history.redo();
    expect(history.present.settings.hotline['zh-CN']).toBe('安心热线');
  });

  it('begins anew after a rest, and in another field', () => {
    history.push(hotline('安'), 0);
    history.push(hotline('安心'), 5000);
    history.push(ringLimit(4), 5100);
    history.undo();
    expect(history.present.settings).toMatchObject({ ringLimit: 3, hotline: { 'zh-CN': '安心' } });
    history.undo();
    expect(history.present.settings.hotline['zh-CN']).toBe('安');
  });

  it('is each entry that was added, copied or removed', () => {
    const states = [
      addItem(pack, 'situations').pack,
      copyItem(pack, 'techniques', 'firm-limit')?.pack ?? pack,
      removeItem(pack, 'situations', 'greeting'),
    ];
    for (const state of states) history.push(state, 0);
    expect(history.present.situations.some(({ id }) => id === 'greeting')).toBe(false);
    history.undo();
    expect(history.present).toBe(states[1]);
    history.undo();
    history.undo();
    expect(history.present).toBe(pack);
  });

  it('is gone for going forward once something else was done', () => {
    history.push(ringLimit(4), 0);
    history.undo();
    history.push(ringLimit(5), 9000);
    expect(history.canRedo).toBe(false);
  });
});
