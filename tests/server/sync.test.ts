import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_ORIGIN, teamEvent } from '../../contract/team/team-event.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, pulledEvent, push } from '../helpers/server/sync-story.ts';
import { planned as callBackPlanned } from '../helpers/team-story.ts';

let bed: ServerBed;
let admin: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  agent = await bed.seat('agent', admin);
  colleague = await bed.seat('agent', admin);
});
afterAll(async () => await bed.close());

const fresh = () => crypto.randomUUID();

describe('push', () => {
  test('the same revision is applied once, however often it arrives, and is answered as the first time', async () => {
    const item = noteItem(noteOf(fresh(), bed.clock.now, { text: '第一次' }), 3);
    const first = { outcome: 'applied', revision: 1 };
    expect(await push(bed, agent, item)).toEqual([first]);
    const { cursor } = await pullAll(bed, agent);
    expect(await push(bed, agent, item, item)).toEqual([first, first]);
    expect((await pullAll(bed, agent, cursor)).items).toEqual([]);
  });

  test('what is sent again after another device’s change is answered with what it came to, and changes nothing', async () => {
    const other = await bed.device(agent);
    const note = noteOf(fresh(), bed.clock.now, { text: '第一次' });
    await push(bed, agent, noteItem(note, 1));
    await push(bed, other, noteItem({ ...note, surname: '王', updatedAt: note.updatedAt + 1 }, 1, 1));
    expect(await push(bed, agent, noteItem(note, 1))).toEqual([{ outcome: 'applied', revision: 1 }]);
    const { items } = await pullAll(bed, agent);
    expect(items.find((item) => item.type === 'note' && item.id === note.id)).toMatchObject({
      revision: 2,
      note: { text: '第一次', surname: '王' },
    });
  });

  test('a batch that overtook an earlier one is not undone by it', async () => {
    const id = fresh();
    const early = noteItem(noteOf(id, bed.clock.now, { text: '早' }), 1);
    const late = noteItem({ ...noteOf(id, bed.clock.now, { text: '晚' }) }, 2);
    await push(bed, agent, late);
    expect(await push(bed, agent, early)).toEqual([{ outcome: 'already' }]);
    const { items } = await pullAll(bed, agent);
    expect(items.find((item) => item.type === 'note' && item.id === id)).toMatchObject({
      note: { text: '晚' },
    });
  });

  test('an item that is not one does not hold up the others, and says where it is wrong, not what it says', async () => {
    const bad = { ...noteItem(noteOf(fresh(), bed.clock.now)), note: { text: 13_900_001_234 } };
    const event = { type: 'team', event: orderOpened(agent.number, bed.clock.now) };
    const [first, second] = await push(bed, agent, bad, event);
    expect(first).toMatchObject({ outcome: 'refused', reason: 'malformed' });
    expect(JSON.stringify(first)).not.toContain('13900001234');
    expect(second).toEqual({ outcome: 'applied', revision: 1 });
  });

  test('a colleague neither changes nor deletes a note', async () => {
    const note = noteOf(fresh(), bed.clock.now);
    await push(bed, agent, noteItem(note));
    const results = await push(bed, colleague, noteItem(note, 9), { type: 'gone', id: note.id });
    expect(results.map((result) => 'reason' in result && result.reason)).toEqual(['not-yours', 'not-yours']);
  });

  test('an event is written in one’s own name, by a supervisor also in another’s', async () => {
    const supervisor = await bed.seat('supervisor', admin);
    const event = { type: 'team', event: orderOpened(agent.number, bed.clock.now) };
    expect(await push(bed, colleague, event)).toMatchObject([{ reason: 'not-by-you' }]);
    expect(await push(bed, supervisor, event)).toMatchObject([{ outcome: 'applied' }]);
  });

  test('a number is blocked for the team by a supervisor alone, on the own device by anybody', async () => {
    const supervisor = await bed.seat('supervisor', admin);
    const block = (by: string, scope: 'agent' | 'team', subject = fresh()) => {
      const { now } = bed.clock;
      const fact = { type: 'number-blocked', number: '13900000066', scope, until: now + 86_400_000 } as const;
      return { type: 'team', event: teamEvent(fact, subject, now, { ...LOCAL_ORIGIN, by }) };
    };
    const subject = fresh();
    expect(await push(bed, agent, block(agent.number, 'team'))).toMatchObject([{ reason: 'not-by-you' }]);
    expect(await push(bed, agent, block(agent.number, 'agent'))).toMatchObject([{ outcome: 'applied' }]);
    const ofTeam = block(supervisor.number, 'team', subject);
    expect(await push(bed, supervisor, ofTeam)).toMatchObject([{ outcome: 'applied' }]);
    const lift = { type: 'number-unblocked', scope: 'team' } as const;
    const lifted = teamEvent(lift, subject, bed.clock.now, { ...LOCAL_ORIGIN, by: agent.number });
    expect(await push(bed, agent, { type: 'team', event: lifted })).toMatchObject([{ reason: 'not-by-you' }]);
  });

  test('call-backs are handed out and passed on by leads and supervisors alone; an agent plans own ones', async () => {
    const supervisor = await bed.seat('supervisor', admin);
    const planned = (by: string, more: Parameters<typeof callBackPlanned>[1], subject = fresh()) => {
      const { now } = bed.clock;
      const event = teamEvent(callBackPlanned(now, more), subject, now, { ...LOCAL_ORIGIN, by });
      return { type: 'team', event };
    };
    const assigned = (by: string, to: string | null, subject: string) => {
      const fact = { type: 'call-back-assigned', to } as const;
      return { type: 'team', event: teamEvent(fact, subject, bed.clock.now, { ...LOCAL_ORIGIN, by }) };
    };
    const { number } = agent;
    const own = [{}, { assignedTo: null }, { assignedTo: number }].map((more) => planned(number, more));
    expect(await push(bed, agent, ...own)).toEqual(own.map(() => ({ outcome: 'applied', revision: 1 })));
    const forOthers = [
      { list: '春节问候' },
      { assignedTo: colleague.number },
      { list: '', assignedTo: number },
    ];
    for (const more of forOthers) {
      expect(await push(bed, agent, planned(number, more))).toMatchObject([{ reason: 'not-by-you' }]);
      expect(await push(bed, supervisor, planned(supervisor.number, more))).toMatchObject([
        { outcome: 'applied' },
      ]);
    }
    const subject = fresh();
    await push(bed, supervisor, planned(supervisor.number, { assignedTo: colleague.number }, subject));
    for (const to of [number, null]) {
      expect(await push(bed, agent, assigned(number, to, subject))).toMatchObject([{ reason: 'not-by-you' }]);
    }
    expect(await push(bed, supervisor, assigned(supervisor.number, number, subject))).toMatchObject([
      { outcome: 'applied' },
    ]);
  });

  test('a stage is recorded for another owner by a supervisor alone', async () => {
    const supervisor = await bed.seat('supervisor', admin);
    const order = orderOpened(agent.number, bed.clock.now);
    await push(bed, agent, { type: 'team', event: order });
    const moved = (by: string, onBehalfOf: string | null) => {
      const { subject, at } = order;
      const event = {
        ...LOCAL_ORIGIN,
        v: 1,
        type: 'work-order-moved',
        id: fresh(),
        subject,
        at,
        by,
        to: 'close',
        remarks: '',
        onBehalfOf,
      };
      return { type: 'team', event };
    };
    expect(await push(bed, agent, moved(agent.number, 'department'))).toMatchObject([
      { reason: 'not-by-you' },
    ]);
    expect(await push(bed, agent, moved(agent.number, null))).toMatchObject([{ outcome: 'applied' }]);
    const recorded = moved(supervisor.number, 'department');
    expect(await push(bed, supervisor, recorded)).toMatchObject([{ outcome: 'applied' }]);
  });

  test('an event is a fact: the same id with another content is refused', async () => {
    const event = orderOpened(agent.number, bed.clock.now);
    await push(bed, agent, { type: 'team', event });
    expect(await push(bed, agent, { type: 'team', event })).toEqual([{ outcome: 'already' }]);
    const other = { type: 'team', event: { ...event, subject: 'another' } };
    expect(await push(bed, agent, other)).toMatchObject([{ reason: 'id-in-use' }]);
  });

  test('a wrong clock is refused before it puts itself at the end of every list', async () => {
    const event = orderOpened(agent.number, bed.clock.now + 3 * 86_400_000);
    expect(await push(bed, agent, { type: 'team', event })).toMatchObject([{ reason: 'in-future' }]);
  });

  test('what no database likes to hold comes back as it was typed', async () => {
    const text = 'a\u0000b\ud800c 😀 <script>';
    const note = noteOf(fresh(), bed.clock.now, { text });
    expect(await push(bed, agent, noteItem(note))).toMatchObject([{ outcome: 'applied' }]);
    const { items } = await pullAll(bed, agent);
    expect(items.find((item) => item.type === 'note' && item.id === note.id)).toMatchObject({
      note: { text },
    });
    const subject = {
      type: 'team',
      event: { ...orderOpened(agent.number, bed.clock.now), subject: 'a\u0000' },
    };
    expect(await push(bed, agent, subject)).toMatchObject([{ reason: 'malformed' }]);
  });

  test('more than a batch may hold is refused whole', async () => {
    const items = Array.from({ length: 501 }, () => null);
    expect(await bed.ask(agent, 'POST', '/v1/sync/push', { items })).toMatchObject({
      status: 400,
      body: { reason: 'malformed', detail: 'items' },
    });
  });
});

describe('pull', () => {
  test('an agent gets all that the team shares, and the own notes only', async () => {
    const mine = noteOf(fresh(), bed.clock.now);
    const event = orderOpened(agent.number, bed.clock.now);
    await push(bed, agent, noteItem(mine), { type: 'team', event });
    const [own, theirs] = [await pullAll(bed, agent), await pullAll(bed, colleague)];
    expect(own.items).toContainEqual({ type: 'note', id: mine.id, revision: 1, note: mine, overruled: [] });
    expect(theirs.items).toContainEqual(pulledEvent(event));
    expect(theirs.items.filter((item) => item.type === 'note')).toEqual([]);
  });

  test('page by page it is the same as in one go, and from the cursor on only what is new', async () => {
    const whole = await pullAll(bed, agent);
    expect(await pullAll(bed, agent, '', 1)).toEqual(whole);
    expect((await pullAll(bed, agent, whole.cursor)).items).toEqual([]);
    const event = orderOpened(colleague.number, bed.clock.now);
    await push(bed, colleague, { type: 'team', event });
    expect((await pullAll(bed, agent, whole.cursor)).items).toEqual([pulledEvent(event)]);
  });

  test('a cursor of another team, or from beyond the counter, starts over', async () => {
    const whole = await pullAll(bed, agent);
    const other = await pullAll(bed, agent, `${crypto.randomUUID()}.9999`);
    const beyond = await pullAll(bed, agent, `${agent.team}.999999`);
    expect([other.items, beyond.items]).toEqual([whole.items, whole.items]);
  });
});

describe('deletion', () => {
  test('a deleted note is gone on every device and does not come back by a late push', async () => {
    const phone = await bed.device(agent);
    const note = noteOf(fresh(), bed.clock.now, { text: '删' });
    await push(bed, agent, noteItem(note));
    const { cursor } = await pullAll(bed, phone);
    expect(await push(bed, agent, { type: 'gone', id: note.id })).toMatchObject([{ outcome: 'applied' }]);
    expect((await pullAll(bed, phone, cursor)).items).toEqual([{ type: 'gone', of: 'note', id: note.id }]);
    expect(await push(bed, phone, noteItem(note, 5))).toEqual([{ outcome: 'gone' }]);
    expect(await push(bed, agent, { type: 'gone', id: note.id })).toEqual([{ outcome: 'already' }]);
  });

  test('a deletion that overtakes the note itself holds', async () => {
    const note = noteOf(fresh(), bed.clock.now);
    await push(bed, agent, { type: 'gone', id: note.id });
    expect(await push(bed, agent, noteItem(note))).toEqual([{ outcome: 'gone' }]);
  });
});
