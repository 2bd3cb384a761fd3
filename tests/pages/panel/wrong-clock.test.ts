import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../../contract/team/team-event.ts';
import { HOUR } from '../../helpers/team-story.ts';
import { PARTY, type PanelStory, panelStory } from './panel-story.ts';

const MINUTE = 60_000;

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

/** Server clock minus device clock. */
const OFFSETS = [0, 3 * MINUTE, -3 * MINUTE, 12 * HOUR, -12 * HOUR];

/** What a colleague with a right clock wrote `ago` before now. */
let seq = 0;
async function colleague(fact: TeamFact<TeamEvent>, subject: string, ago: number): Promise<void> {
  const at = serverNow() - ago;
  const event = teamEvent(fact, subject, at, { ...LOCAL_ORIGIN, by: '0517', offset: 0 });
  seq += 1;
  await story.stores.team.receive([{ ...event, seq, receivedAt: at }]);
}
const serverNow = () => story.now + (story.serverClock.serverOffset ?? 0);

const CUSTOMER = { number: PARTY.number, surname: '王', title: 'ms' } as const;
const callBack = (dueAt: number): TeamFact<TeamEvent> => ({
  ...{ ...CUSTOMER, type: 'call-back-planned', matter: '回访' },
  ...{ order: null, dueAt, agreed: true, vip: false },
});

const order: TeamFact<TeamEvent> = {
  ...{ ...CUSTOMER, type: 'work-order-opened', kind: 'query', category: 'query' },
  ...{ matter: '查货', note: null, record: null, promise: null, follows: null },
};

it.each([
  [0, undefined],
  [59_000, undefined],
  [3 * MINUTE, 3 * MINUTE],
  [-12 * HOUR, -12 * HOUR],
])('a clock that is wrong by %d ms is shown from a minute on', (offset, shown) => {
  story.serverClock.serverOffset = offset;
  expect(story.view.clockOff).toBe(shown);
});

describe.each(OFFSETS)('a device whose clock differs by %d ms', (offset) => {
  beforeEach(() => {
    story.serverClock.serverOffset = offset;
  });

  it('shows call-backs due and late when the server’s clock says so', async () => {
    await colleague(callBack(serverNow() + HOUR), crypto.randomUUID(), MINUTE);
    await colleague(callBack(serverNow() - MINUTE), crypto.randomUUID(), 2 * MINUTE);
    await colleague(callBack(serverNow() - HOUR), crypto.randomUUID(), 3 * MINUTE);
    await story.act({ do: 'open-tab', tab: 'call-backs' });
    const { items, now } = story.tab('call-backs').view;
    expect(items.map(({ when }) => when)).toEqual(['late', 'due', 'later']);
    expect(now).toBe(serverNow());
    expect(story.view.counts['call-backs']).toBe(2);
    expect(story.stage('idle').due.map(({ late }) => late)).toEqual([true, true, false]);
  });

  it('counts the clocks of orders as the team does, and writes in order', async () => {
    const id = crypto.randomUUID();
    await colleague(order, id, MINUTE);
    await story.act({ do: 'open-tab', tab: 'orders' });
    await story.act({ do: 'on-orders', action: { do: 'filter', filter: 'all' } });
    const shown = story.tab('orders').view;
    if (shown.page !== 'list') throw new Error(shown.page);
    const [item] = shown.items;
    const expected = story.orders().get(id)?.clocks[0]?.dueAt ?? 0;
    expect(item?.clock?.reading).toMatchObject({ state: 'running', leftMs: expected - serverNow() });
    await story.act({ do: 'on-orders', action: { do: 'show', order: id } });
    await story.act({ do: 'on-orders', action: { do: 'remark', remarks: '已问' } });
    const written = (await story.stores.team.load()).events.find(({ by }) => by === '0283');
    expect(written).toMatchObject({ at: story.now, offset });
    const [entry] = story.orders().get(id)?.history.slice(-1) ?? [];
    expect(entry?.at).toBe(serverNow());
  });

  it('registers a call at the time that the team had, once', async () => {
    story.rings().answers();
    const startedAt = serverNow();
    await story.act({ do: 'tool', tool: 'follow-up' });
    const register = { do: 'register', call: 'call-1', kind: 'prank', remarks: '' } as const;
    await story.act({ do: 'on-harassment', action: register });
    const written = (await story.stores.team.load()).events.find((one) => one.type === 'warning-registered');
    expect(written).toMatchObject({ calledAt: startedAt });
    // The distance was measured anew since.
    story.serverClock.serverOffset = offset + 40;
    expect(story.stage('call').followUp?.register.registered).toBe('prank');
  });
});
