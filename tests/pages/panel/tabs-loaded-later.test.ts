import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as rest from '../../../pages/panel/frame/rest-of-panel.ts';
import { PARTY, type PanelStory, panelStory } from './panel-story.ts';

const NOTHING_WAITS = { call: 0, records: 0, orders: 0, 'call-backs': 0, handover: 0 };

function gate() {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe('the tabs before their models are loaded', () => {
  const loaded = signal<typeof rest | null>(null);
  let asked = 0;
  let arrival = gate();
  const arrives = () => {
    loaded.value = rest;
    arrival.open();
    return arrival.promise;
  };
  const leaves = () => {
    loaded.value = null;
    arrival = gate();
  };
  const load = () => {
    asked += 1;
    return arrival.promise;
  };
  let story: PanelStory;
  beforeEach(async () => {
    leaves();
    asked = 0;
    story = await panelStory({ loaded: () => loaded.value, load });
  });
  afterEach(() => story.quit());

  it('open empty, count nothing, and load nothing for being shown', async () => {
    await story.act({ do: 'open-tab', tab: 'records' });
    expect(story.view.tab).toEqual({ tab: 'loading', of: 'records' });
    expect(story.view.counts).toEqual(NOTHING_WAITS);
    expect(asked).toBe(0);
    arrives();
    expect(story.tab('records').view.page).toBe('list');
  });

  it('carry out a press once they are there, and keep what it began', async () => {
    const pressed = story.act({ do: 'on-orders', action: { do: 'start' } });
    expect(story.view.tab).toEqual({ tab: 'loading', of: 'orders' });
    arrives();
    await pressed;
    expect(story.tab('orders').view.page).toBe('form');
    await story.act({ do: 'open-tab', tab: 'call' });
    await story.act({ do: 'open-tab', tab: 'orders' });
    expect(story.tab('orders').view.page).toBe('form');
  });

  it('carry out presses in their order', async () => {
    const started = story.act({ do: 'on-orders', action: { do: 'start' } });
    const left = story.act({ do: 'on-orders', action: { do: 'list' } });
    arrives();
    await Promise.all([started, left]);
    expect(story.tab('orders').view.page).toBe('list');
  });

  describe('with a call-back that was promised', () => {
    const notReached = { type: 'ended', call: 'call-1', end: { how: 'no-answer' } } as const;
    beforeEach(async () => {
      await arrives();
      const who = { number: PARTY.number, surname: '王', title: null } as const;
      const plan = { ...who, matter: '', order: null, dueAt: story.now, agreed: true, vip: false };
      await story.act({ do: 'on-call-backs', action: { do: 'plan', plan } });
      await story.act({ do: 'open-tab', tab: 'call' });
      leaves();
    });

    it('bring it up when nobody answers, as soon as they are there', async () => {
      story.dials(PARTY.number).happens(notReached);
      expect(story.view.tab).toEqual({ tab: 'call' });
      await arrives();
      expect(story.tab('call-backs').view.unanswered).not.toBeNull();
    });

    it('do not bring it up for a call of before the panel was opened', async () => {
      story.dials(PARTY.number).happens(notReached);
      const reloaded = story.reloaded();
      await arrives();
      expect(reloaded.view.tab).toEqual({ tab: 'call' });
    });
  });
});
