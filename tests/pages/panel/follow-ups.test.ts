import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PARTY, type PanelStory, panelStory } from './panel-story.ts';

const MINUTE = 60_000;

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

/** "10 分钟内给您回电" is said, and the call ends two minutes later. */
async function promised(call = 'call-1', number = PARTY.number): Promise<number> {
  story.rings(call, number).answers(call);
  await story.noteOpens();
  await story.act({ do: 'write-note', patch: { surname: '王', title: 'ms', text: '保修期多长' } });
  await story.act({ do: 'pick-script', situation: 'cannot-answer-query' });
  for (let presses = 0; presses < 10; presses += 1) {
    const { rules } = story.stage('call');
    if (rules.run?.step.id === 'promise-call-back') break;
    await story.act({ do: 'next-step' });
  }
  await story.act({ do: 'next-step' });
  const saidAt = story.now;
  story.passes(2 * MINUTE).ends(call);
  await vi.waitFor(() => expect(story.stage('wrap-up').note.save.state).toBe('saved'));
  return saidAt;
}
const pending = () => story.stage('idle').followUps;

describe('what a call left to do', () => {
  it('is listed between calls with the time of the promise, and counts in the tab', async () => {
    const saidAt = await promised();
    expect(story.stage('wrap-up').promises).toMatchObject([{ done: false, dueAt: saidAt + 10 * MINUTE }]);
    await story.act({ do: 'finish-wrap-up' });
    expect(pending()).toMatchObject([{ what: 'work-order', caller: '王女士', dueAt: saidAt + 10 * MINUTE }]);
    expect(story.view.counts.call).toBe(1);
  });

  it('is named at sign-out and on the handover sheet', async () => {
    await promised();
    await story.act({ do: 'finish-wrap-up' });
    await story.act({ do: 'overlay', open: 'sign-out' });
    expect(story.view.overlay).toMatchObject({ kind: 'sign-out', followUps: 1 });
    await story.act({ do: 'open-tab', tab: 'handover' });
    expect(story.tab('handover').view.sheet.lines).toMatchObject([{ kind: 'follow-up' }]);
  });

  it('survives the next calls', async () => {
    await promised();
    for (const n of [2, 3, 4, 5, 6, 7]) {
      story.rings(`call-${n}`, `+861390000000${n}`).answers(`call-${n}`).ends(`call-${n}`);
    }
    await story.act({ do: 'finish-wrap-up' });
    expect(pending()).toHaveLength(1);
  });

  it('is done by an order, whose clock runs from the promise', async () => {
    const saidAt = await promised();
    await story.act({ do: 'finish-wrap-up' });
    story.passes(4 * MINUTE);
    const [item] = pending();
    await story.act({ do: 'on-orders', action: { do: 'start-promised', followUp: item?.key ?? '' } });
    expect(story.tab('orders').view).toMatchObject({
      page: 'form',
      draft: {
        kind: 'query',
        number: PARTY.number,
        surname: '王',
        matter: '保修期多长',
        promise: 'supervisor',
      },
    });
    await story.act({ do: 'on-orders', action: { do: 'open' } });
    expect(story.tab('orders').view).toMatchObject({ page: 'order' });
    await story.act({ do: 'open-tab', tab: 'call' });
    expect(pending()).toEqual([]);
    expect(story.stage('idle').due).toContainEqual(
      expect.objectContaining({ opens: 'order', dueAt: expect.any(Number) }),
    );
    const order = [...story.orders().values()][0];
    expect(order?.clocks.find(({ of }) => of.kind === 'answer')?.dueAt).toBe(saidAt + 10 * MINUTE);
  });

  it('opens overdue if the order comes too late', async () => {
    const saidAt = await promised();
    story.passes(20 * MINUTE);
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    await story.act({ do: 'on-orders', action: { do: 'open' } });
    const order = [...story.orders().values()][0];
    expect(order?.clocks.find(({ of }) => of.kind === 'answer')?.dueAt).toBe(saidAt + 10 * MINUTE);
  });

  it('is dropped only with a reason', async () => {
    await promised();
    await story.act({ do: 'finish-wrap-up' });
    const key = pending()[0]?.key ?? '';
    await story.act({ do: 'drop-follow-up', key, reason: ' ' });
    expect(pending()).toHaveLength(1);
    await story.act({ do: 'drop-follow-up', key, reason: '主管已当场答复' });
    expect(pending()).toEqual([]);
    expect(story.view.counts.call).toBe(0);
  });

  it('is a call-back, planned at another number than the one that rang', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'system-down' });
    await story.act({ do: 'next-step' });
    await story.act({ do: 'choose-branch', option: 'call-back' });
    story.ends();
    await story.act({ do: 'finish-wrap-up' });
    const [item] = pending();
    expect(item).toMatchObject({ what: 'call-back' });
    await story.act({ do: 'on-call-backs', action: { do: 'plan-promised', followUp: item?.key ?? '' } });
    const { draft } = story.tab('call-backs').view;
    const plan = {
      ...draft,
      number: '021 5550 1234',
      dueAt: story.now + 60 * MINUTE,
      agreed: true,
      vip: false,
    };
    await story.act({ do: 'on-call-backs', action: { do: 'plan', plan } });
    await story.act({ do: 'open-tab', tab: 'call' });
    expect(pending()).toEqual([]);
  });

  it('is a number to register', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'harassment' });
    await story.act({ do: 'next-step' });
    story.ends();
    await story.act({ do: 'finish-wrap-up' });
    const register = pending()[0]?.register;
    expect(register).toMatchObject({ call: 'call-1' });
    const action = { do: 'register', call: register?.call ?? '', kind: 'abusive', remarks: '' } as const;
    await story.act({ do: 'on-harassment', action });
    expect(pending()).toEqual([]);
  });
});
