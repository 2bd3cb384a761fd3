import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCAL_ORIGIN, type TeamFact, teamEvent } from '../../../contract/team/team-event.ts';
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
    const item = pending().find(({ what }) => what === 'call-back');
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
    expect(pending()).toMatchObject([{ what: 'note-fields' }]);
  });

  it('is a remark in the order that the caller asks after, not a second order', async () => {
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    const patch = { kind: 'service', number: PARTY.number, matter: '冰箱不制冷' };
    await story.act({ do: 'on-orders', action: { do: 'edit', patch } });
    await story.act({ do: 'on-orders', action: { do: 'open' } });
    const [order] = [...story.orders().values()];
    story
      .passes(60 * MINUTE)
      .rings()
      .answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'chase-up' });
    await story.act({ do: 'next-step' });
    await story.act({ do: 'next-step' });
    await story.act({ do: 'choose-branch', option: 'no' });
    story.ends();
    expect(story.stage('wrap-up').promises).toMatchObject([{ by: 'order-remark', done: false }]);
    await story.act({ do: 'finish-wrap-up' });
    const item = pending().find(({ what }) => what === 'order-remark');
    await story.act({ do: 'on-orders', action: { do: 'start-promised', followUp: item?.key ?? '' } });
    expect(story.tab('orders').view).toMatchObject({ page: 'order', order: { id: order?.id } });
    await story.act({ do: 'on-orders', action: { do: 'remark', remarks: '顾客来催' } });
    await story.act({ do: 'open-tab', tab: 'call' });
    expect(pending().map(({ what }) => what)).not.toContain('order-remark');
    expect(story.orders().size).toBe(1);
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

describe('what the caller is asked for', () => {
  it('has its field at once, and goes into the order', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'complaint-intake' });
    const { asked } = story.stage('call');
    expect(asked).toEqual(
      expect.arrayContaining(['caller-number', 'caller-name', 'matter', 'requested-remedy', 'mood']),
    );
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    const patch = { contactNumber: '021 5550 1234', surname: '陈', title: 'mr', text: '门关不上' } as const;
    const details = { 'requested-remedy': '换新', 'product-or-service': '冰箱' };
    await story.act({ do: 'write-note', patch: { ...patch, details } });
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    expect(story.tab('orders').view).toMatchObject({
      draft: { number: '021 5550 1234', surname: '陈', title: 'mr', matter: '门关不上' },
    });
    await story.act({ do: 'on-orders', action: { do: 'edit', patch: { number: '021 5550 9999' } } });
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    expect(story.tab('orders').view).toMatchObject({ draft: { number: '021 5550 9999' } });
  });

  it('goes into the record of a complaint that is opened after it was typed', async () => {
    story.rings().answers();
    await story.noteOpens();
    const details = { 'requested-remedy': '换新', 'product-or-service': '冰箱', mood: '生气' };
    await story.act({ do: 'write-note', patch: { text: '门关不上', details } });
    await story.act({ do: 'on-orders', action: { do: 'start' } });
    await story.act({ do: 'on-orders', action: { do: 'edit', patch: { kind: 'quality' } } });
    await story.act({ do: 'on-orders', action: { do: 'open' } });
    expect([...story.orders().values()][0]?.record).toMatchObject({
      requestedRemedy: '换新',
      product: '冰箱',
      mood: '生气',
    });
  });

  it('is named after the call while it is missing, until it is filled or dropped', async () => {
    story.rings('call-1', '').answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'no-history' });
    await story.act({ do: 'next-step' });
    story.ends();
    expect(story.stage('wrap-up').asked).toEqual(['caller-name', 'caller-number', 'matter']);
    await story.act({ do: 'finish-wrap-up' });
    expect(pending()).toMatchObject([{ what: 'note-fields', text: expect.stringContaining('来电') }]);
    await story.noteOpens();
    await story.act({ do: 'open-note', id: pending()[0]?.note ?? '' });
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { surname: '陈', title: 'mr', text: '查旧单' } });
    await story.act({ do: 'write-note', patch: { contactNumber: '021 5550 1234' } });
    await story.act({ do: 'finish-wrap-up' });
    await story.noteOpens();
    expect(story.stage('idle').followUps).toEqual([]);
  });

  it('is still named after midnight in a panel that was opened anew, and filled in that note', async () => {
    const call = 'call-1';
    const at = story.now;
    const remoteParty = { ...PARTY, number: '' };
    const contact = { ...remoteParty, kind: 'call', call, direction: 'inbound', startedAt: at } as const;
    const note = await story.stores.notes.create(contact);
    await story.stores.journal.append([
      { seq: 1, source: 'jssip', event: { type: 'ringing', call, at, remoteParty, queuedMs: null } },
      { seq: 2, source: 'agent', event: { type: 'answering', call, at, by: 'agent' } },
      { seq: 3, source: 'jssip', event: { type: 'answered', call, at } },
      {
        seq: 4,
        source: 'jssip',
        event: { type: 'ended', call, at, end: { how: 'hung-up', by: 'remote-party' } },
      },
    ]);
    const left: TeamFact = {
      ...({ type: 'follow-up-left', what: 'note-fields', call, category: null, kind: '' } as const),
      ...{ due: null, number: '', surname: '', title: null, note, calledAt: at, saidAt: at, dueAt: null },
      fields: ['caller-name', 'matter'],
    };
    const origin = { ...LOCAL_ORIGIN, by: '0283' };
    await story.stores.team.append([teamEvent(left, crypto.randomUUID(), at, origin)]);
    story.passes(20 * 60 * MINUTE);
    const panel = story.reloaded([]);
    await panel.teamIsRead();
    await vi.waitFor(() =>
      expect(panel.stage('idle').followUps).toMatchObject([{ what: 'note-fields', note }]),
    );
    await panel.act({ do: 'open-note', id: note });
    await panel.noteOpens();
    expect(panel.stage('wrap-up').asked).toEqual(['caller-name', 'matter']);
    await panel.act({ do: 'write-note', patch: { surname: '陈', title: 'mr', text: '查旧单' } });
    await panel.act({ do: 'finish-wrap-up' });
    await panel.noteOpens();
    await vi.waitFor(() => expect(panel.stage('idle').followUps).toEqual([]));
  });
});
