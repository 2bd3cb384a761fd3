import { render } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyAction } from '../../../pages/panel/frame/key-action.ts';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const html = () => render(<Panel view={story.view} act={() => {}} />);
const press = (command: 'answer' | 'end') => keyAction({ kind: 'command', command }, story.view);

describe('a ring while the agent writes', () => {
  it('leaves the wrap-up and its note on screen; the key still answers and refuses', async () => {
    story.rings('call-1').answers('call-1').ends('call-1');
    await story.noteOpens();
    story.isWriting = true;
    story.passes(5000).rings('call-2', '+8613900005678');
    expect(story.stage('wrap-up')).toMatchObject({ call: { id: 'call-1' } });
    expect(story.view.beside).toMatchObject({ call: { id: 'call-2' }, ring: { moment: { ring: 1 } } });
    await story.act({ do: 'write-note', patch: { text: '冰箱' } });
    expect(story.stage('wrap-up').note.fields.text).toBe('冰箱');
    expect(press('answer')).toEqual({ do: 'answer', call: 'call-2' });
    expect(press('end')).toEqual({ do: 'reject', call: 'call-2' });
    expect(html()).toMatch(/ring-strip.*第 1 声.*接听.*拒接/s);
  });

  it('leaves a half-written order, and comes up when it is answered', async () => {
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    story.isWriting = true;
    story.rings();
    expect(story.tab('orders').view.page).toBe('form');
    story.answers();
    expect(story.view.tab.tab).toBe('call');
    expect(story.stage('call').call.id).toBe('call-1');
    await story.act({ do: 'open-tab', tab: 'orders' });
    expect(story.tab('orders').view.page).toBe('form');
  });

  it('is gone when nobody answered it, and nothing has changed', () => {
    story.rings('call-1').answers('call-1').ends('call-1');
    story.isWriting = true;
    story.rings('call-2').happens({ type: 'ended', call: 'call-2', end: { how: 'given-up' } });
    expect(story.view.beside).toBeNull();
    expect(story.stage('wrap-up').call.id).toBe('call-1');
  });

  it('does not leave an order that is written in a call when a second caller rings', async () => {
    story.rings('call-1').answers('call-1');
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    story.isWriting = true;
    story.rings('call-2', '+8613900005678');
    expect(story.view.tab.tab).toBe('orders');
    expect(story.stage('call').other).toMatchObject({ call: 'call-2', state: 'ringing' });
  });

  it('comes up at once for an agent who writes nothing', async () => {
    await story.act({ do: 'open-tab', tab: 'records' });
    story.rings();
    expect(story.view).toMatchObject({ beside: null, tab: { tab: 'call' } });
    expect(story.stage('call').call.state).toBe('ringing');
  });
});

describe('a wrap-up that the next call came in between', () => {
  it('is listed and counted meanwhile, and comes back with its text', async () => {
    story.rings('call-1').answers('call-1');
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { surname: '王', title: 'ms', text: '冰箱' } });
    story.ends('call-1').passes(60_000);
    await story.act({ do: 'write-note', patch: { text: '冰箱不制冷' } });
    story.rings('call-2', '+8613900005678').answers('call-2');
    await story.noteOpens();
    expect(story.stage('call').unfinished).toMatchObject([{ call: 'call-1', caller: '王女士' }]);
    expect(story.view.counts.call).toBe(1);
    story.ends('call-2');
    expect(story.stage('wrap-up')).toMatchObject({
      call: { id: 'call-2' },
      unfinished: [{ call: 'call-1' }],
    });
    expect(html()).toContain('还没完成的话后处理');
    await story.act({ do: 'finish-wrap-up' });
    await story.noteOpens();
    expect(story.stage('wrap-up')).toMatchObject({
      call: { id: 'call-1' },
      note: { fields: { text: '冰箱不制冷' } },
      unfinished: [],
    });
    expect(story.view.counts.call).toBe(0);
    await story.act({ do: 'finish-wrap-up' });
    expect(story.stage('idle').today).toHaveLength(2);
  });

  it('is listed and comes back in a panel that was reloaded meanwhile', async () => {
    story.rings('call-1').answers('call-1').ends('call-1');
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { text: '冰箱' } });
    story.rings('call-2', '+8613900005678').answers('call-2');
    const panel = story.reloaded();
    await panel.noteOpens();
    expect(panel.stage('call').unfinished).toMatchObject([{ call: 'call-1' }]);
    panel.ends('call-2');
    await panel.act({ do: 'finish-wrap-up' });
    await panel.noteOpens();
    expect(panel.stage('wrap-up')).toMatchObject({
      call: { id: 'call-1' },
      note: { fields: { text: '冰箱' } },
    });
  });

  it('is journaled once, not at every key', async () => {
    story.rings('call-1').answers('call-1').ends('call-1');
    for (const text of ['冰', '冰箱']) await story.act({ do: 'write-note', patch: { text } });
    expect(story.recorded.filter(({ type }) => type === 'wrap-up-begun')).toHaveLength(1);
  });

  it('is among what is open at the end of the shift', async () => {
    for (const call of ['call-1', 'call-2']) {
      story.rings(call).answers(call).ends(call);
      await story.act({ do: 'write-note', patch: { text: '冰箱' } });
    }
    await story.act({ do: 'overlay', open: 'sign-out' });
    expect(story.view.overlay).toMatchObject({ kind: 'sign-out', unfinished: 2 });
    expect(html()).toContain('2 个话后处理没完成');
  });

  it('does not come back where nothing was written: one press finishes the last', async () => {
    for (const call of ['call-1', 'call-2', 'call-3']) story.rings(call).answers(call).ends(call);
    await story.act({ do: 'finish-wrap-up' });
    story.stage('idle');
  });
});

describe('a long day', () => {
  const nodes = () => html().split('<').length;
  const aCall = async (n: number) => {
    story.rings(`call-${n}`).answers(`call-${n}`).ends(`call-${n}`);
    await story.act({ do: 'finish-wrap-up' });
  };

  it('draws no more after 300 calls than after ten', async () => {
    for (let n = 0; n < 10; n += 1) await aCall(n);
    const few = nodes();
    for (let n = 10; n < 300; n += 1) await aCall(n);
    expect(story.stage('idle').figures.answered).toBe(300);
    expect(nodes()).toBe(few);
    expect(html()).toContain('再显示 292 项');
    story.rings('last');
    const ringing = nodes();
    expect(ringing).toBeLessThan(few);
  });

  it('ends at midnight in a panel that stays open: today is today', async () => {
    await aCall(1);
    expect(story.stage('idle')).toMatchObject({ figures: { answered: 1 }, today: [{ call: 'call-1' }] });
    story.passes(24 * 3_600_000);
    expect(story.stage('idle')).toMatchObject({ figures: { answered: 0 }, today: [], lastNotes: [] });
  });
});

describe('fifteen minutes before the next shift', () => {
  it('the panel says so, and opens the handover', async () => {
    const eight = new Date(story.now).setHours(8, 0, 0, 0) + 24 * 3_600_000;
    expect(story.stage('idle').arrival).toBeNull();
    story.passes(eight - 10 * 60_000 - story.now);
    expect(story.stage('idle').arrival).toMatchObject({ at: eight });
    expect(html()).toMatch(/08:00.*提前 15 分钟到岗.*值班：.*现场主管.*8001/s);
    await story.act({ do: 'open-tab', tab: 'handover' });
    story.tab('handover');
  });
});
