import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '../../../contract/api/members/member.ts';
import { SYNC_VERSION } from '../../../contract/api/sync/version.ts';
import type { OrdersAction } from '../../../pages/panel/orders/orders-view.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const act = (action: OrdersAction) => story.act({ do: 'on-orders', action });
const view = () => story.tab('orders').view;
const form = () => {
  const shown = view();
  if (shown.page !== 'form') throw new Error(`The page shows ${shown.page}`);
  return shown;
};
const order = () => {
  const shown = view();
  if (shown.page !== 'order') throw new Error(`The page shows ${shown.page}`);
  return shown;
};

async function opened(matter = '冰箱不制冷'): Promise<void> {
  await act({ do: 'start' });
  await act({ do: 'edit', patch: { matter, kind: 'quality' } });
  await act({ do: 'open' });
}

describe('the number of a work order', () => {
  const ME: Me = {
    organisation: { id: 'AAAAAA', name: '示例' },
    team: { id: 't', name: '一组', retentionDays: null },
    member: {
      ...{ id: 'm', team: 't', number: '0283', name: '李', role: 'agent', workOrderRole: 'agent' },
      ...{ joinedAt: 1, leftAt: null },
    },
    device: 'device-1',
  };
  const linked = (me: Partial<Me>) =>
    story.stores.links.save({
      ...{
        server: 'https://server.example',
        token: 't',
        me: { ...ME, ...me },
        cursor: '',
        pulledBy: SYNC_VERSION,
      },
    });
  const numbers = () => [...story.orders().values()].map(({ orderNumber }) => orderNumber);

  it('counts the orders that this device opened today', async () => {
    await linked({ orderSource: { team: 3, letters: 'AF' } });
    for (const matter of ['一', '二']) await opened(matter);
    const [first, second] = numbers();
    expect(first).toMatch(/^3-\d{6}-AF-1$/);
    expect(second).toBe(first?.replace(/1$/, '2'));
    expect(order()).toMatchObject({ order: { orderNumber: second } });
    expect(order().spoken).toContain('A F');
  });

  it('is no number of a deleted order', async () => {
    await linked({ orderSource: { team: 3, letters: 'AF' } });
    await opened();
    const [id] = story.orders().keys();
    await story.stores.team.forget(id ?? '');
    await opened();
    expect(numbers()).toEqual([expect.stringMatching(/-AF-2$/)]);
  });

  it.each([
    ['without a server', null],
    ['before the server gave it letters', {}],
  ])('of a device %s is random', async (_, me) => {
    if (me !== null) await linked(me);
    await opened();
    expect(numbers()).toEqual([expect.stringMatching(/^0-\d{6}-\d{4}-\d{4}-\d{4}$/)]);
  });

  it('is searched by, also as a part and as it is said, and so is what is known of the caller', async () => {
    await linked({ orderSource: { team: 3, letters: 'AF' } });
    for (const matter of ['冰箱不制冷', '空调漏水']) await opened(matter);
    await act({ do: 'list' });
    const found = async (query: string) => {
      await act({ do: 'search', query });
      const shown = view();
      return shown.page === 'list' ? shown.found?.map(({ matter }) => matter) : shown.page;
    };
    expect(await found('af-2')).toEqual(['空调漏水']);
    expect(await found(numbers()[0] ?? '')).toEqual(['冰箱不制冷']);
    expect(await found('AF')).toEqual([]);
    expect(await found('漏水')).toEqual(['空调漏水']);
    expect(await found('AF-9')).toEqual([]);
    expect(await found('')).toBeUndefined();
  });
});

describe('a new work order', () => {
  it('takes the step of the script that asked for it, and answers what it implies', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'cannot-answer-query' });
    const step = () => story.stage('call').rules.run?.step;
    for (let n = 0; n < 10 && step()?.id !== 'open-order'; n += 1) await story.act({ do: 'next-step' });
    await opened();
    expect(story.recorded.at(-1)).toMatchObject({ type: 'step-done', step: 'open-order' });
    expect(story.stage('call').note.fields).toMatchObject({ category: 'complaint', settled: false });
  });

  it('for a message to pass on needs no typed time: the pack has one', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { text: '请李工回电' } });
    await story.act({ do: 'pick-script', situation: 'take-message' });
    const step = () => story.stage('call').rules.run?.step;
    for (let n = 0; n < 10 && step()?.id !== 'open-order'; n += 1) await story.act({ do: 'next-step' });
    const before = story.now;
    await act({ do: 'start' });
    expect(form().draft).toMatchObject({ kind: 'message', promise: 'agreed' });
    await act({ do: 'open' });
    expect(story.view.tab.tab).toBe('call');
    const [entry] = [...story.orders().values()].flatMap(({ history }) => history);
    const promise = entry?.what === 'event' && 'promise' in entry.event ? entry.event.promise : null;
    const dueAt = promise?.dueAt ?? 0;
    expect(dueAt).toBeGreaterThan(before + 23 * 3_600_000);
    expect(dueAt).toBeLessThanOrEqual(story.now + 24 * 3_600_000);
  });

  it('leaves the answers that the agent gave', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { category: 'query', settled: true } });
    await opened();
    expect(story.stage('call').note.fields).toMatchObject({ category: 'query', settled: true });
  });

  it('of an earlier call takes no step of the call on screen', async () => {
    story.rings('call-1').answers('call-1');
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { text: '保修期多长' } });
    await story.act({ do: 'pick-script', situation: 'cannot-answer-query' });
    const step = () => story.stage('call').rules.run?.step;
    for (let n = 0; n < 10 && step()?.id !== 'open-order'; n += 1) await story.act({ do: 'next-step' });
    story.passes(60_000).ends('call-1');
    await story.act({ do: 'finish-wrap-up' });
    const [left] = story.stage('idle').followUps;
    story.rings('call-2', '+8613900005555').answers('call-2');
    await story.noteOpens();
    await story.act({ do: 'pick-script', situation: 'cannot-answer-query' });
    for (let n = 0; n < 10 && step()?.id !== 'open-order'; n += 1) await story.act({ do: 'next-step' });
    await act({ do: 'start-promised', followUp: left?.key ?? '' });
    await act({ do: 'edit', patch: { matter: '保修期多长' } });
    await act({ do: 'open' });
    await story.act({ do: 'open-tab', tab: 'call' });
    expect(step()?.id).toBe('open-order');
    expect(story.stage('call').note.fields.settled).toBeNull();
  });

  it('takes number and name from the call, and leads back to it', async () => {
    story.rings().answers();
    await story.noteOpens();
    await story.act({ do: 'write-note', patch: { surname: '王', title: 'ms' } });
    await act({ do: 'start' });
    expect(form()).toMatchObject({ callerKnown: true, draft: { surname: '王', number: '+8613900001234' } });
    await act({ do: 'edit', patch: { matter: '冰箱不制冷' } });
    await act({ do: 'open' });
    expect(story.view.tab.tab).toBe('call');
  });

  it('says what is missing before it opens', async () => {
    await act({ do: 'start' });
    await act({ do: 'open' });
    expect(form().problem).toBe('matter-missing');
    await act({ do: 'edit', patch: { matter: '冰箱不制冷', promise: 'agreed', agreedAt: '' } });
    expect(form().problem).toBeNull();
    await act({ do: 'open' });
    expect(form().problem).toBe('time-missing');
  });

  it('is opened once, however fast the button is pressed', async () => {
    await act({ do: 'start' });
    await act({ do: 'edit', patch: { matter: '冰箱不制冷', kind: 'quality' } });
    await Promise.all([act({ do: 'open' }), act({ do: 'open' })]);
    await act({ do: 'list' });
    await act({ do: 'filter', filter: 'all' });
    expect(view()).toMatchObject({ page: 'list', counts: { all: 1 } });
  });
});

describe('an order', () => {
  it('is shown with its ways, and moves on', async () => {
    await opened();
    const [way] = order().ways;
    await act({ do: 'move', to: way?.id ?? '', remarks: '已核实' });
    expect(order().refusal).toBeNull();
    expect(order().history.map(({ remarks }) => remarks)).toContain('已核实');
  });

  it('keeps what is half written until it is entered', async () => {
    await opened();
    await act({ do: 'type', patch: { form: 'remark', remarks: '在查' } });
    expect(order().typing).toMatchObject({ form: 'remark', remarks: '在查' });
    await act({ do: 'remark', remarks: '在查' });
    expect(order().typing).toMatchObject({ form: 'none', remarks: '' });
  });

  it('says why it cannot be closed', async () => {
    await opened();
    await act({ do: 'close', outcome: 'not-satisfied', reason: '', reportedTo: [] });
    expect(order().refusal).not.toBeNull();
  });

  it('is closed, and stays in sight below the list', async () => {
    await opened();
    await act({ do: 'close', outcome: 'withdrawn', reason: '顾客撤诉', reportedTo: [] });
    await act({ do: 'list' });
    expect(view()).toMatchObject({ counts: { all: 0 }, past: [{ status: 'withdrawn' }] });
  });

  it('goes a level up with the first sheet attached', async () => {
    await opened();
    const [up] = order().up;
    await act({ do: 'start-above', kind: up?.id ?? '' });
    expect(form().follows?.matter).toBe('冰箱不制冷');
    await act({ do: 'open' });
    expect(order().attached).toHaveLength(1);
  });

  it('calls its customer', async () => {
    await act({ do: 'start' });
    await act({ do: 'edit', patch: { matter: '冰箱不制冷', number: '13900001234' } });
    await act({ do: 'open' });
    await act({ do: 'dial' });
    expect(story.commands).toEqual([{ type: 'dial', target: '13900001234' }]);
  });
});
