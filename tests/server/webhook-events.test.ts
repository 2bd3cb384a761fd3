import { afterAll, beforeAll, expect, test } from 'vitest';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { LOCAL_ORIGIN, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import { openReleaseSigner } from '../helpers/release-signer.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, push } from '../helpers/server/sync-story.ts';
import { addWebhook, webhookBodies } from '../helpers/server/webhook-bodies.ts';
import { smallPack } from '../helpers/small-pack.ts';

let bed: ServerBed;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(() => bed.close());

async function team(): Promise<{ readonly lead: Seat; readonly agent: Seat }> {
  const lead = await bed.seat('lead', await bed.organisation());
  await addWebhook(bed, lead);
  return { lead, agent: await bed.seat('agent', lead) };
}

/** Reports a state a second later, and gives the time of the report. */
async function reports(agent: Seat, state: object): Promise<number> {
  bed.clock.now += 1_000;
  const body = { since: bed.clock.now, ...state };
  expect((await bed.ask(agent, 'POST', '/v1/presence/state', body)).status).toBe(200);
  return bed.clock.now;
}
const inCall = (call: string) => ({ state: 'in-call', call, situation: null });
const PRESENT = { state: 'present' };

test('a call has ended when its agent is in none any more, and is reported once', async () => {
  const { agent } = await team();
  await reports(agent, inCall('13900001234@pbx'));
  await reports(agent, inCall('13900001234@pbx'));
  expect(await webhookBodies(bed, agent)).toEqual([]);
  const endedAt = await reports(agent, { state: 'wrap-up' });
  await reports(agent, PRESENT);
  const bodies = await webhookBodies(bed, agent);
  expect(bodies).toMatchObject([
    { type: 'call.ended', at: endedAt, data: { agent: agent.number, endedAt, call: expect.any(String) } },
  ]);
  expect(JSON.stringify(bodies)).not.toContain('13900001234');
});

test('of an agent who goes straight to another call both are reported, at the times they were left', async () => {
  const { agent } = await team();
  await reports(agent, inCall('first'));
  const leftAt = await reports(agent, inCall('second'));
  await reports(agent, inCall('second'));
  expect(await webhookBodies(bed, agent)).toEqual([]);
  const endedAt = await reports(agent, PRESENT);
  const bodies = await webhookBodies(bed, agent);
  expect(bodies.map(({ data }) => data['endedAt'])).toEqual([leftAt, endedAt]);
  expect(new Set(bodies.map(({ data }) => data['call'])).size).toBe(2);
});

test('a call that was on hold during another one has not ended by that', async () => {
  const { agent } = await team();
  await reports(agent, inCall('customer'));
  await reports(agent, inCall('colleague'));
  const askedUntil = await reports(agent, inCall('customer'));
  await reports(agent, inCall('colleague'));
  const askedAgainUntil = await reports(agent, inCall('customer'));
  expect(askedAgainUntil).toBeGreaterThan(askedUntil);
  const endedAt = await reports(agent, PRESENT);
  const bodies = await webhookBodies(bed, agent);
  expect(bodies.map(({ data }) => data['endedAt'])).toEqual([askedAgainUntil, endedAt]);
});

test('a finished note is named with the end of its call, and no word of it', async () => {
  const { agent } = await team();
  const note = noteOf(crypto.randomUUID(), bed.clock.now, { text: '冰箱不制冷' });
  const waits = { count: 0, totalMs: 0 };
  const facts = {
    ...{ rings: 2, queuedMs: null, answeredAt: null, endedAt: bed.clock.now + 1, holds: waits, mutes: waits },
    ...{ end: { how: 'hung-up', by: 'remote-party' }, situations: [], steps: [], forcedHangUps: 0 },
  };
  const finished = { type: 'facts', id: note.id, revision: 1, facts };
  await push(bed, agent, noteItem(note), finished);
  await push(bed, agent, finished);
  const bodies = await webhookBodies(bed, agent);
  expect(bodies).toMatchObject([
    { type: 'note.finalized', at: bed.clock.now + 1, data: { note: note.id, agent: agent.number } },
  ]);
  expect(JSON.stringify(bodies)).not.toMatch(/冰箱|13900001234/);
});

test('an order is named when it is opened, when it goes on, and when it is closed', async () => {
  const { agent } = await team();
  const opened = orderOpened(agent.number, bed.clock.now);
  const next = (fact: TeamFact, after: number) => ({
    type: 'team',
    event: teamEvent(fact, opened.subject, bed.clock.now + after, { ...LOCAL_ORIGIN, by: agent.number }),
  });
  const remarked = next({ type: 'work-order-remarked', remarks: '客户又来电' }, 1);
  const moved = next({ type: 'work-order-moved', to: 'department', remarks: '急', onBehalfOf: null }, 2);
  const closed = next(
    { type: 'work-order-closed', outcome: 'settled', reason: '', reportedTo: [], onBehalfOf: null },
    3,
  );
  const items = [{ type: 'team', event: opened }, remarked, moved, closed];
  await push(bed, agent, ...items);
  await push(bed, agent, ...items);
  const bodies = await webhookBodies(bed, agent);
  const order = opened.subject;
  expect(bodies.map(({ type, data }) => [type, data])).toEqual([
    ['order.opened', { order, kind: 'query', agent: agent.number }],
    ['order.moved', { order, change: 'moved', agent: agent.number }],
    ['order.moved', { order, change: 'closed', agent: agent.number }],
  ]);
  expect(JSON.stringify(bodies)).not.toMatch(/急|13900001234/);
});

test('a published pack is named with its version, once', async () => {
  const { lead } = await team();
  const signer = await openReleaseSigner(lead.team, bed.clock.now);
  const { root, signers } = signer.trust;
  const list = { team: lead.team, sequence: 1, issuedAt: bed.clock.now, root, signers: [...signers] };
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const keys = { document: text(await signTeamKeys(list, signer.root)) };
  expect((await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/team-keys`, keys)).status).toBe(200);
  const pack = smallPack();
  const release = { document: text(await signer.sign(pack, { issuedAt: bed.clock.now })) };
  for (let sent = 0; sent < 2; sent += 1)
    expect((await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/releases`, release)).status).toBe(200);
  expect(await webhookBodies(bed, lead)).toMatchObject([
    { type: 'pack.published', data: { release: 1, version: pack.version, agent: lead.number } },
  ]);
});

test('a webhook gets the events that it was added for, and its own team alone', async () => {
  const lead = await bed.seat('lead', await bed.organisation());
  await addWebhook(bed, lead, ['order.moved']);
  const other = await team();
  await push(bed, lead, { type: 'team', event: orderOpened(lead.number, bed.clock.now) });
  await push(bed, other.agent, { type: 'team', event: orderOpened(other.agent.number, bed.clock.now) });
  expect(await webhookBodies(bed, lead)).toEqual([]);
  expect(await webhookBodies(bed, other.agent)).toHaveLength(1);
});
