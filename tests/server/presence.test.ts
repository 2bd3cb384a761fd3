import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATE_EXPIRES_MS } from '../../contract/api/presence/agent-state.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let server: Listening;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

async function team(): Promise<{ agent: Seat; other: Seat; supervisor: Seat }> {
  const admin = await bed.organisation();
  return {
    agent: await bed.seat('agent', admin),
    other: await bed.seat('agent', admin),
    supervisor: await bed.seat('supervisor', admin),
  };
}

const inCall = (call: string) => ({ state: 'in-call', since: 1, call, situation: 'silent-caller' });

test('a supervisor sees who is in which situation; who falls silent is gone', async () => {
  const { agent, other, supervisor } = await team();
  const listener = await eventListener(() => server.origin, supervisor);
  await bed.ask(agent, 'POST', '/v1/presence/state', inCall('c1'));
  await bed.ask(other, 'POST', '/v1/presence/state', { state: 'present', since: 1 });
  expect(await listener.next('presence', 2)).toMatchObject({ agents: [{ agent: other.number }] });
  const presence = async () => (await bed.ask(supervisor, 'GET', `/v1/teams/${agent.team}/presence`)).body;
  expect(await presence()).toMatchObject({
    agents: [{ state: inCall('c1') }, { state: { state: 'present' } }],
  });
  bed.clock.now += STATE_EXPIRES_MS - 1;
  await bed.ask(other, 'POST', '/v1/presence/state', { state: 'present', since: 1 });
  bed.clock.now += 1;
  expect(await presence()).toMatchObject({ agents: [{ agent: other.number }] });
  await bed.ask(other, 'POST', '/v1/presence/state', { state: 'gone' });
  expect(await presence()).toEqual({ agents: [] });
  expect((await bed.ask(agent, 'GET', `/v1/teams/${agent.team}/presence`)).status).toBe(403);
  listener.stop();
});

test('help: asked once, acknowledged once, answered into the call', async () => {
  const { agent, other, supervisor } = await team();
  const second = await bed.seat('supervisor', supervisor);
  const listeners = await Promise.all(
    [agent, other, supervisor].map((seat) => eventListener(() => server.origin, seat)),
  );
  const [mine, theirs, boss] = listeners;
  if (mine === undefined || theirs === undefined || boss === undefined) throw new Error('no listener');
  const request = {
    id: randomUUID(),
    call: 'c1',
    why: 'abuse',
    summary: '客户辱骂，要求赔偿运费',
    at: bed.clock.now,
  };
  await Promise.all([
    bed.ask(agent, 'POST', '/v1/help', request),
    bed.ask(agent, 'POST', '/v1/help', request),
  ]);
  expect(await boss.next('help')).toMatchObject({
    request: { agent: agent.number, summary: request.summary, acknowledged: null },
  });

  const path = `/v1/teams/${agent.team}/help/${request.id}/acknowledge`;
  const answers = await Promise.all([bed.ask(supervisor, 'POST', path), bed.ask(second, 'POST', path)]);
  const [one, two] = answers.map(({ body }) => body as { acknowledged: { by: string } });
  expect(one?.acknowledged.by).toBe(two?.acknowledged.by);
  expect(await mine.next('help', 2)).toMatchObject({ request: { acknowledged: one?.acknowledged } });

  const message = { id: randomUUID(), to: agent.number, call: 'c1', text: '我来接，请转接 8002' };
  await bed.ask(supervisor, 'POST', `/v1/teams/${agent.team}/messages`, message);
  expect(await mine.next('message')).toMatchObject({ message: { ...message, by: supervisor.number } });

  const list = async () => (await bed.ask(supervisor, 'GET', `/v1/teams/${agent.team}/help`)).body;
  expect(await list()).toMatchObject({ requests: [{ id: request.id }] });
  expect((await bed.ask(other, 'POST', `/v1/help/${request.id}/over`)).status).toBe(404);
  await bed.ask(agent, 'POST', `/v1/help/${request.id}/over`);
  expect(await list()).toEqual({ requests: [] });
  await boss.next('help', 3);
  expect(boss.of('help')).toHaveLength(3);
  expect([theirs.of('help'), theirs.of('message')]).toEqual([[], []]);
  for (const listener of listeners) listener.stop();
});
