import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentSchema } from '../../contract/api/review/reviewed-note.ts';
import { pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { teamEventSchema, writtenEventSchema } from '../../contract/team/team-event.ts';
import { sampleOf } from '../helpers/sample-of.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';

/** Who may speak as whom, for every type of team event and everything else that is pushed. */
let bed: ServerBed;
let admin: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  [agent, colleague] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
});
afterAll(async () => await bed.close());

const KINDS = writtenEventSchema.options.map((schema) => [schema.entries.type.literal, schema] as const);

/** As the agent writes it, now. */
function written(schema: v.GenericSchema, by: string): Record<string, unknown> {
  const sample = Object(sampleOf(schema));
  const subject = sample.type === 'shift-changed' ? by : crypto.randomUUID();
  const own = 'scope' in sample ? { scope: 'agent' } : {};
  const at = bed.clock.now;
  return { ...sample, ...own, id: crypto.randomUUID(), by, at, offset: null, subject };
}

async function seenBy(seat: Seat): Promise<string> {
  return JSON.stringify((await pullAll(bed, seat)).items);
}

describe.each(KINDS)('%s', (type, schema) => {
  /** Agents hand no call-backs out. */
  const isForLeads = type === 'call-back-assigned';

  test('is written in the own name', async () => {
    const author = isForLeads ? await bed.seat('lead', admin) : agent;
    const event = written(schema, author.number);
    expect(await push(bed, author, { type: 'team', event })).toMatchObject([{ outcome: 'applied' }]);
    if (!isForLeads) return;
    const byAgent = written(schema, agent.number);
    expect(await push(bed, agent, { type: 'team', event: byAgent })).toMatchObject([{ outcome: 'refused' }]);
  });

  test('a colleague does not write it in another’s name, nor give out that the server had it', async () => {
    const event = { ...written(schema, agent.number), pack: 'forged' };
    const receivedAt = bed.clock.now;
    const restored = { ...event, seq: 1, receivedAt };
    const results = await push(
      bed,
      colleague,
      { type: 'team', event },
      { type: 'restored', event: restored },
      { type: 'restored', event: { ...restored, receipt: 'x'.repeat(43) } },
    );
    expect(results).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ reason: 'not-by-you' })),
    );
    expect(await seenBy(agent)).not.toContain('forged');
  });

  test('a receipt of one event proves no other, and no other author', async () => {
    const event = written(schema, colleague.number);
    // Agents hand no call-backs out.
    await push(bed, isForLeads ? admin : colleague, { type: 'team', event });
    const { items } = await pullAll(bed, colleague);
    const own = items.flatMap((item) =>
      item.type === 'team' && item.event.id === event['id'] ? [item.event] : [],
    );
    expect(own).toHaveLength(1);
    const forged = own.map((one) => ({
      type: 'restored',
      event: { ...one, id: crypto.randomUUID(), by: agent.number },
    }));
    expect(await push(bed, colleague, ...forged)).toMatchObject([{ reason: 'not-by-you' }]);
  });

  test('a device does not read it with a sender or a place in the order that the schema has not', () => {
    const event = { ...written(schema, agent.number), seq: 1, receivedAt: bed.clock.now };
    expect(v.is(teamEventSchema, event)).toBe(true);
    for (const change of [{ from: agent.number }, { seq: 1.5 }, { seq: -1 }, { by: 'x'.repeat(41) }]) {
      expect(v.is(pulledItemSchema, { type: 'team', event: { ...event, ...change } })).toBe(false);
    }
  });
});

describe('what is no event', () => {
  test('a colleague changes, reads and deletes nothing of another’s note', async () => {
    const note = noteOf(crypto.randomUUID(), bed.clock.now, { text: '机密' });
    await push(bed, agent, noteItem(note));
    const at = bed.clock.now;
    const lead = await bed.seat('lead', admin);
    const path = `/v1/teams/${admin.team}/notes/${note.id}/comments`;
    const comment = { text: '请补充' };
    expect((await bed.ask(colleague, 'POST', path, comment)).status).toBe(403);
    expect((await bed.ask(lead, 'POST', path, { ...comment, by: agent.number })).status).toBe(400);
    const { body: posted } = await bed.ask(lead, 'POST', path, comment);
    const { id } = v.parse(commentSchema, posted);
    expect(posted).toMatchObject({ by: lead.number });
    const forgedComment = {
      ...{ type: 'restored-comment', id: crypto.randomUUID(), note: note.id, by: lead.number, at },
      ...{ text: 'forged', receipt: 'x'.repeat(43) },
    };
    const results = await push(
      bed,
      colleague,
      noteItem({ ...note, text: 'forged' }, 9),
      { type: 'gone', id: note.id },
      { type: 'comment-read', id, at },
      forgedComment,
    );
    expect(results.map((result) => 'reason' in result && result.reason)).toEqual([
      'not-yours',
      'not-yours',
      'not-yours',
      'not-by-you',
    ]);
    expect(await push(bed, agent, forgedComment)).toMatchObject([{ reason: 'not-by-you' }]);
    expect(await seenBy(colleague)).not.toContain('机密');
    const own = await seenBy(agent);
    expect(own).toContain('机密');
    expect(own).toContain('请补充');
    expect(own).not.toContain('forged');
  });

  test('presence, calls for help and messages bear the name of the device, whatever they say', async () => {
    const supervisor = await bed.seat('supervisor', admin);
    const ofTeam = `/v1/teams/${admin.team}`;
    const since = bed.clock.now;
    const state = { state: 'in-call', since, call: 'c', situation: null };
    expect((await bed.ask(colleague, 'POST', '/v1/presence/state', { ...state, agent: '1' })).status).toBe(
      400,
    );
    await bed.ask(colleague, 'POST', '/v1/presence/state', state);
    const { body: presence } = await bed.ask(supervisor, 'GET', `${ofTeam}/presence`);
    expect(presence).toMatchObject({ agents: [{ agent: colleague.number }] });

    const id = crypto.randomUUID();
    const request = { id, call: 'c', why: 'abuse', summary: '', at: since };
    expect((await bed.ask(agent, 'POST', '/v1/help', request)).status).toBe(200);
    expect((await bed.ask(colleague, 'POST', '/v1/help', request)).status).toBe(409);
    expect((await bed.ask(colleague, 'POST', `/v1/help/${id}/over`)).status).toBe(404);
    expect((await bed.ask(colleague, 'POST', `${ofTeam}/help/${id}/acknowledge`)).status).toBe(403);

    const message = { id: crypto.randomUUID(), to: agent.number, call: null, text: '我来接' };
    expect((await bed.ask(colleague, 'POST', `${ofTeam}/messages`, message)).status).toBe(403);
    const { body: sent } = await bed.ask(supervisor, 'POST', `${ofTeam}/messages`, message);
    expect(sent).toMatchObject({ by: supervisor.number });
  });
});
