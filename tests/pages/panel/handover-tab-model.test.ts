import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_ORIGIN, teamEvent } from '../../../contract/team/team-event.ts';
import type { HandoverAction } from '../../../pages/panel/handover/handover-view.ts';
import { HOUR } from '../../helpers/team-story.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  await story.act({ do: 'open-tab', tab: 'handover' });
});
afterEach(() => story.quit());

const act = (action: HandoverAction) => story.act({ do: 'on-handover', action });
const view = () => story.tab('handover').view;

describe('the sheet of this shift', () => {
  it('keeps what is written on it, and writes nothing twice', async () => {
    const { id } = view().sheet;
    await act({ do: 'write', id, remarks: '货架在查', asked: '' });
    const written = (await story.stores.team.load()).events.length;
    await act({ do: 'write', id, remarks: '货架在查', asked: '' });
    expect((await story.stores.team.load()).events).toHaveLength(written);
    expect(view().sheet).toMatchObject({ id, remarks: '货架在查' });
  });

  it('is signed with everything that is open, and a new sheet begins', async () => {
    await act({ do: 'post-notice', text: '明天盘点' });
    const { id } = view().sheet;
    await act({ do: 'sign', id, name: '李', remarks: '', asked: '' });
    const [signed] = view().signed;
    expect(signed).toMatchObject({ id, coming: null, mayAccept: false, lines: [{ kind: 'notice' }] });
    expect(view().sheet.id).not.toBe(id);
  });
});

describe('the sheet of another shift', () => {
  it('counts until this agent accepts it', async () => {
    const signed = { type: 'handover-signed', name: '赵', remarks: '', asked: '' } as const;
    const origin = { ...LOCAL_ORIGIN, by: '0517' };
    await story.stores.team.receive([teamEvent({ ...signed, lines: [] }, 'sheet-1', story.now, origin)]);
    expect(view().signed).toMatchObject([{ id: 'sheet-1', mayAccept: true }]);
    expect(story.view.counts.handover).toBe(1);
    await act({ do: 'accept', id: 'sheet-1', name: '李' });
    expect(view().signed).toMatchObject([{ coming: { by: '0283', name: '李' }, mayAccept: false }]);
    expect(story.view.counts.handover).toBe(0);
  });

  it('opens on a page that can be printed', async () => {
    await act({ do: 'print', id: 'sheet-1' });
    expect(story.pages).toEqual(['handover.html#sheet-1']);
  });
});

describe('a notice', () => {
  it.each([null, 0, 5 * HOUR, -5 * HOUR])(
    'is new to those who were away when it was posted, until it is withdrawn (clock: %s)',
    async (offset) => {
      story.serverClock.serverOffset = offset;
      const be = (state: 'ready' | 'offline') =>
        story.act({ do: 'on-shift', action: { do: 'be', readiness: { state } } });
      await be('ready');
      await be('offline');
      story.passes(HOUR);
      await act({ do: 'post-notice', text: '明天盘点' });
      await be('ready');
      expect(view().notices).toMatchObject([{ text: '明天盘点', isNew: true }]);
      const { events } = await story.stores.team.load();
      expect([...new Set(events.map((event) => event.offset))]).toEqual([offset]);
      expect(story.view.status.shift).toMatchObject({ since: story.now });
      await act({ do: 'withdraw-notice', id: view().notices[0]?.id ?? '' });
      expect(view().notices).toEqual([]);
    },
  );
});
