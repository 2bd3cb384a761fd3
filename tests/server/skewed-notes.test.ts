import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pushAnswerSchema } from '../../contract/api/sync/push.ts';
import { factsAt, notesListed } from '../helpers/server/review-story.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';

const HOUR = 3_600_000;

describe('notes of a device whose clock is wrong', () => {
  let bed: ServerBed;
  let lead: Seat;
  let agent: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    const admin = await bed.organisation();
    [lead, agent] = await Promise.all([bed.seat('lead', admin), bed.seat('agent', admin)]);
  });
  afterAll(async () => await bed.close());

  /** A push that says how far the device's clock is from the server's now. */
  async function pushWith(offset: number, ...items: readonly unknown[]) {
    const { status, body } = await bed.ask(agent, 'POST', '/v1/sync/push', { items, offset });
    expect(status).toBe(200);
    return v.parse(pushAnswerSchema, body).results;
  }

  async function listed(id: string) {
    const notes = await notesListed(bed, lead);
    return notes.find(({ note }) => note.id === id)?.note;
  }

  test.each([12, 25, 24 * 300, -3, -24 * 90])(
    '%i h fast: the lead sees when the call was, the device what it wrote',
    async (fast) => {
      const id = `fast-${fast}`;
      const truly = bed.clock.now - 60_000;
      const there = truly + fast * HOUR;
      const note = { ...noteOf(id, there), offset: -fast * HOUR };
      const facts = factsAt(there + 30_000);
      const sent = [noteItem(note), { type: 'facts', id, revision: 1, facts }];
      expect(await push(bed, agent, ...sent)).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
      expect(await listed(id)).toMatchObject({
        createdAt: truly,
        contact: { startedAt: truly },
        facts: { answeredAt: truly + 30_000, endedAt: truly + 30_000 },
      });
      const { items } = await pullAll(bed, await bed.device(agent));
      const pulled = items.find((item) => item.type === 'note' && item.id === id);
      expect(pulled).toMatchObject({ note: { createdAt: there, offset: -fast * HOUR } });
    },
  );

  test('written offline for weeks, before the distance was known: that at the push counts', async () => {
    const truly = bed.clock.now - 21 * 24 * HOUR;
    const there = truly + 30 * HOUR;
    const late = noteOf('offline-late', bed.clock.now - HOUR + 30 * HOUR);
    const results = await pushWith(-30 * HOUR, noteItem(noteOf('offline', there)), noteItem(late));
    expect(results).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    expect(await listed('offline')).toMatchObject({ createdAt: truly });
    expect(await listed('offline-late')).toMatchObject({ createdAt: bed.clock.now - HOUR });
  });

  test('a clock that was set right before the push moves no note, and neither does one set later', async () => {
    const truly = bed.clock.now - HOUR;
    const note = { ...noteOf('set-right', truly + 25 * HOUR), offset: -25 * HOUR };
    expect(await pushWith(0, noteItem(note))).toMatchObject([{ outcome: 'applied' }]);
    expect(await listed('set-right')).toMatchObject({ createdAt: truly });
    const facts = { type: 'facts', id: 'set-right', revision: 1, facts: factsAt(truly + 25 * HOUR) };
    expect(await pushWith(0, facts)).toMatchObject([{ outcome: 'applied' }]);
    const slow = noteOf('set-later', truly - 5 * HOUR);
    await pushWith(5 * HOUR, noteItem(slow));
    await pushWith(0, noteItem({ ...slow, text: '补充', updatedAt: bed.clock.now }, 2, 1));
    expect(await listed('set-later')).toMatchObject({ createdAt: truly, text: '补充' });
  });

  test('without any distance a note is no later than its receipt, and a wrong date is refused', async () => {
    await push(bed, agent, noteItem(noteOf('unknown', bed.clock.now + 12 * HOUR)));
    expect(await listed('unknown')).toMatchObject({ createdAt: bed.clock.now });
    const wrong = noteOf('wrong', bed.clock.now + 25 * HOUR);
    expect(await push(bed, agent, noteItem(wrong))).toMatchObject([{ reason: 'in-future' }]);
    expect(await pushWith(-HOUR / 2, noteItem(wrong))).toMatchObject([{ reason: 'in-future' }]);
    expect(await pushWith(-25 * HOUR, noteItem(wrong))).toMatchObject([{ outcome: 'applied' }]);
  });

  test('a team event 25 h ahead is accepted with its offset, or with that of the push', async () => {
    const event = orderOpened(agent.number, bed.clock.now + 25 * HOUR);
    const known = { ...event, offset: -25 * HOUR };
    expect(await push(bed, agent, { type: 'team', event: known })).toMatchObject([{ outcome: 'applied' }]);
    const other = orderOpened(agent.number, bed.clock.now + 25 * HOUR);
    expect(await pushWith(-25 * HOUR, { type: 'team', event: other })).toMatchObject([
      { outcome: 'applied' },
    ]);
  });

  test('the later text stays, by the server’s clock: a fast device does not always win', async () => {
    const other = await bed.device(agent);
    const at = bed.clock.now - HOUR;
    const note = noteOf('two', at + 12 * HOUR, { text: '甲' });
    await pushWith(-12 * HOUR, noteItem(note));
    const items = [noteItem({ ...note, text: '乙', updatedAt: at + HOUR / 2 }, 1, 1)];
    await bed.ask(other, 'POST', '/v1/sync/push', { items, offset: 0 });
    const { items: pulled } = await pullAll(bed, other);
    const stored = pulled.find((item) => item.type === 'note' && item.id === 'two');
    expect(stored).toMatchObject({ note: { text: '乙' } });
    const early = noteItem({ ...note, text: '甲二', updatedAt: at + 12 * HOUR + HOUR / 4 }, 2, 1);
    await pushWith(-12 * HOUR, early);
    expect(await listed('two')).toMatchObject({ text: '乙' });
  });

  test('a number erased meanwhile: what a fast clock dates after the erasure goes too', async () => {
    const number = '+8613900005678';
    const before = bed.clock.now - HOUR;
    const path = `/v1/teams/${lead.team}/erasures`;
    const admin = await bed.seat('admin', lead);
    expect((await bed.ask(admin, 'POST', path, { number })).status).toBe(200);
    const note = { ...noteOf('erased', before + 12 * HOUR, {}, number), offset: -12 * HOUR };
    expect(await push(bed, agent, noteItem(note))).toMatchObject([{ outcome: 'gone' }]);
    const order = orderOpened(agent.number, before + 12 * HOUR, 'order-erased', number);
    const event = { ...order, offset: -12 * HOUR };
    expect(await push(bed, agent, { type: 'team', event })).toMatchObject([{ outcome: 'gone' }]);
  });
});
