import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';

/** What people paste from terminals, chats and broken files. */
const PASTED = ['a\u0000b', '说\ud83d', '\ude00说', '\uffff\u202e', '😀'];

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  lead = await bed.seat('lead', await bed.organisation());
  agent = await bed.seat('agent', lead);
});
afterAll(async () => await bed.close());

test.each(PASTED)(
  '%j in a note, an order, a draft, a message and a call for help comes back as it came',
  async (text) => {
    const note = noteOf(crypto.randomUUID(), bed.clock.now, { text, tags: [text] });
    const order = { ...orderOpened(agent.number, bed.clock.now), matter: text };
    const results = await push(bed, agent, noteItem(note), { type: 'team', event: order });
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const { items } = await pullAll(bed, agent);
    expect(items).toContainEqual(
      expect.objectContaining({ note: expect.objectContaining({ text, tags: [text] }) }),
    );
    expect(items).toContainEqual({
      type: 'team',
      event: expect.objectContaining({ id: order.id, matter: text }),
    });

    const draft = `/v1/teams/${lead.team}/drafts/${crypto.randomUUID()}`;
    const content = { greeting: text, [text]: 1 };
    expect(await bed.ask(lead, 'POST', draft, { revision: 0, name: '草稿', content })).toMatchObject({
      status: 200,
    });
    expect(await bed.ask(lead, 'GET', draft)).toMatchObject({ body: { content } });

    const message = { id: crypto.randomUUID(), to: agent.number, call: null, text };
    expect(await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/messages`, message)).toMatchObject({
      status: 200,
    });

    const help = { id: crypto.randomUUID(), call: 'c', why: 'abuse', summary: text, at: bed.clock.now };
    expect(await bed.ask(agent, 'POST', '/v1/help', help)).toMatchObject({ status: 200 });

    const state = { state: 'in-call', since: bed.clock.now, call: 'c', situation: text };
    expect(await bed.ask(agent, 'POST', '/v1/presence/state', state)).toMatchObject({ status: 200 });
  },
);
