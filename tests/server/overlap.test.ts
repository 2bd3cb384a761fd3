import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '../../server/database/tenant.ts';
import { push as pushInside } from '../../server/sync/push.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { orderOpened, pullAll, pulledEvent, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let agents: Seat[];
beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  agents = await Promise.all(Array.from({ length: 4 }, () => bed.seat('agent', admin)));
});
afterAll(async () => await bed.close());

test('a commit that is held up lets no later one become visible before it', async () => {
  const [slow, fast] = agents;
  if (slow === undefined || fast === undefined) throw new Error('no agents');
  const held = orderOpened(slow.number, bed.clock.now);
  const quick = orderOpened(fast.number, bed.clock.now);
  let letGo = () => {};
  const wait = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const actor = { ...slow, role: 'agent' as const };
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slowCommit = inTenant(bed.db, slow, async (tx) => {
    await pushInside(tx, actor, [{ type: 'team', event: held }], { now: bed.clock.now, offset: null });
    written();
    await wait;
  });
  await isWritten;
  const fastCommit = push(bed, fast, { type: 'team', event: quick });
  const before = await pullAll(bed, fast);
  letGo();
  await Promise.all([slowCommit, fastCommit]);
  const after = await pullAll(bed, fast, before.cursor);
  const seen = [...before.items, ...after.items];
  expect(seen).toContainEqual(pulledEvent(held));
  expect(seen).toContainEqual(pulledEvent(quick));
});

test('who pulls all the time while four push at once misses nothing and gets nothing twice', async () => {
  const events = agents.flatMap((agent) =>
    Array.from({ length: 15 }, () => ({ agent, event: orderOpened(agent.number, bed.clock.now) })),
  );
  const [reader] = agents;
  if (reader === undefined) throw new Error('no agents');
  let { cursor } = await pullAll(bed, reader);
  const seen: string[] = [];
  let isDone = false;
  const read = async () => {
    const page = await pullAll(bed, reader, cursor, 7);
    cursor = page.cursor;
    seen.push(...page.items.flatMap((item) => (item.type === 'team' ? [item.event.id] : [])));
  };
  const reading = (async () => {
    while (!isDone) await read();
    await read();
  })();
  await Promise.all(
    agents.map(async (agent) => {
      for (const one of events)
        if (one.agent === agent) await push(bed, agent, { type: 'team', event: one.event });
    }),
  );
  isDone = true;
  await reading;
  expect(seen.sort()).toEqual(events.map(({ event }) => event.id).sort());
});
