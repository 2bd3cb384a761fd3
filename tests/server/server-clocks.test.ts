import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pack } from '../../contract/pack/pack.ts';
import { packKey } from '../../contract/pack/pack-key.ts';
import type { ReleaseBody } from '../../contract/release/release.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { LOCAL_ORIGIN, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import { ClockChecker } from '../../server/clocks/clock-checker.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { shippedPack } from '../../server/packs/shipped-pack.ts';
import { deliver } from '../../server/webhooks/deliver.ts';
import { openReleaseSigner } from '../helpers/release-signer.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { startServerProcess } from '../helpers/server/server-process.ts';
import { orderOpened, push } from '../helpers/server/sync-story.ts';
import { addWebhook, webhookBodies } from '../helpers/server/webhook-bodies.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { until } from '../helpers/until.ts';

let bed: ServerBed;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(() => bed.close());

const MINUTE = 60_000;
const checkerOn = (db: ServerBed['db'], shipped = shippedPack) => {
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  return Object.assign(new ClockChecker({ db, now: bed.ports.now, shipped, failed }), { failures });
};
const passes = (minutes: number) => {
  bed.clock.now += minutes * MINUTE;
};

/** A team with a webhook for deadlines, and an order that its supervisor answers in 10 minutes. */
async function team(events = ['deadline.near', 'deadline.missed']) {
  const lead = await bed.seat('lead', await bed.organisation());
  await addWebhook(bed, lead, events);
  const agent = await bed.seat('agent', lead);
  return { lead, agent, checker: checkerOn(bed.db) };
}

async function opens(agent: Seat, pack = '') {
  const event = { ...orderOpened(agent.number, bed.clock.now), pack };
  expect(await push(bed, agent, { type: 'team', event })).toMatchObject([{ outcome: 'applied' }]);
  return event;
}

async function writes(agent: Seat, fact: TeamFact, subject: string) {
  const event = teamEvent(fact, subject, bed.clock.now, { ...LOCAL_ORIGIN, by: agent.number });
  expect(await push(bed, agent, { type: 'team', event })).toMatchObject([{ outcome: 'applied' }]);
}

const typesAndTimes = async (seat: Seat) =>
  (await webhookBodies(bed, seat)).map(({ type, at }) => [type, at]);

test('an order that is near its time and then late is reported each time once, with the true times', async () => {
  const { agent, checker } = await team();
  const opened = await opens(agent);
  await checker.check();
  expect(await webhookBodies(bed, agent)).toEqual([]);
  passes(7);
  await checker.check();
  await checker.check();
  const [near] = await webhookBodies(bed, agent);
  expect(near).toMatchObject({
    ...{ type: 'deadline.near', at: opened.at + 7 * MINUTE },
    data: {
      ...{ of: 'order', order: opened.subject, counts: 'stage.answer', owner: 'hotline-supervisor' },
      ...{ ownerName: '热线主管', agents: '', dueAt: opened.at + 10 * MINUTE },
    },
  });
  for (let minute = 0; minute < 60; minute += 1) {
    passes(1);
    await checker.check();
  }
  expect(await typesAndTimes(agent)).toEqual([
    ['deadline.near', opened.at + 7 * MINUTE],
    ['deadline.missed', opened.at + 10 * MINUTE],
  ]);
  expect(JSON.stringify(await webhookBodies(bed, agent))).not.toContain('13900001234');
});

test('a deadline comes at its time, not at the next round, and an order that comes late in a round', async () => {
  const { agent, checker } = await team();
  await checker.check();
  const opened = await opens(agent);
  passes(0.5);
  await checker.check();
  bed.clock.now = opened.at + 7 * MINUTE - 1;
  await checker.check();
  expect(await webhookBodies(bed, agent)).toEqual([]);
  bed.clock.now += 1;
  await checker.check();
  expect(await typesAndTimes(agent)).toEqual([['deadline.near', bed.clock.now]]);
});

test('what passed while the server was down is sent late, once, with its true time', async () => {
  const { agent } = await team();
  const opened = await opens(agent);
  passes(60 * 24);
  await checkerOn(bed.db).check();
  passes(1);
  // A restart: nothing of the process before is known.
  await checkerOn(bed.db).check();
  const dueAt = opened.at + 10 * MINUTE;
  expect(await webhookBodies(bed, agent)).toMatchObject([
    { type: 'deadline.missed', at: dueAt, data: { dueAt } },
  ]);
});

test('a process that dies in the middle leaves the deadline to the next one', async () => {
  const { agent } = await team();
  await opens(agent);
  passes(7);
  const dying = new ClockChecker({
    failed: (error) => expect.fail(String(error)),
    ...{ db: bed.db, now: bed.ports.now },
    shipped: () => {
      throw new Error('killed');
    },
  });
  await expect(dying.check()).rejects.toThrow('killed');
  expect(await webhookBodies(bed, agent)).toEqual([]);
  await checkerOn(bed.db).check();
  expect(await webhookBodies(bed, agent)).toHaveLength(1);
});

test('however many processes check at once, it is sent once', async () => {
  const { agent } = await team();
  await opens(agent);
  const databases = await Promise.all([0, 1, 2].map(() => connectAsApp(bed.appUrl, 2)));
  const checkers = databases.map((db) => checkerOn(db));
  for (let minute = 0; minute < 12; minute += 1) {
    await Promise.all(checkers.map((one) => one.check()));
    passes(1);
  }
  const posted: string[] = [];
  const post = async ({ body }: { readonly body: string }) => {
    posted.push(body);
    return { ok: true, status: 200, answer: '' } as const;
  };
  const mine = () => posted.filter((body) => body.includes(agent.team)).map((body) => JSON.parse(body).type);
  await Promise.all(databases.map((db) => deliver({ db, post, now: bed.ports.now, random: () => 1 })));
  expect(mine().sort()).toEqual(['deadline.missed', 'deadline.near']);
  await Promise.all(databases.map((db) => db.destroy()));
});

test('of an order that was closed in the meantime nothing is sent', async () => {
  const { agent, checker } = await team();
  const opened = await opens(agent);
  await checker.check();
  passes(5);
  const closed = { outcome: 'settled', reason: '', onBehalfOf: null } as const;
  await writes(agent, { type: 'work-order-closed', ...closed, reportedTo: [] }, opened.subject);
  passes(30);
  await checker.check();
  expect(await webhookBodies(bed, agent)).toEqual([]);
});

test('a call-back and an unsigned handover are reported with the agents who are to act', async () => {
  const { agent, checker } = await team();
  const dueAt = bed.clock.now + 60 * MINUTE;
  const [callBack, sheet] = [crypto.randomUUID(), crypto.randomUUID()];
  await writes(
    agent,
    {
      ...{ type: 'call-back-planned', number: '13900001234', surname: '王', title: null, matter: '冰箱' },
      ...{ dueAt, agreed: true, vip: false, order: null },
    },
    callBack,
  );
  const signedAt = bed.clock.now;
  await writes(agent, { type: 'handover-signed', name: '张', remarks: '', asked: '', lines: [] }, sheet);
  for (let minutes = 0; minutes < 90; minutes += 5) {
    await checker.check();
    passes(5);
  }
  const bodies = await webhookBodies(bed, agent);
  expect(bodies.map(({ type, at, data }) => [type, at, data['callBack'] ?? data['handover']])).toEqual([
    ['deadline.missed', signedAt + 15 * MINUTE, sheet],
    ['deadline.near', dueAt, callBack],
    ['deadline.missed', dueAt + 15 * MINUTE, callBack],
  ]);
  for (const { data } of bodies) expect(data['agents']).toBe(agent.number);
  expect(JSON.stringify(bodies)).not.toMatch(/13900001234|冰箱|张/);
});

test('a webhook is not called for what was near before it was added', async () => {
  const { lead, agent, checker } = await team();
  await opens(agent);
  passes(8);
  const late = checkerOn(bed.db);
  await addWebhook(bed, lead, ['deadline.near', 'deadline.missed']);
  await late.check();
  passes(3);
  await checker.check();
  expect((await webhookBodies(bed, agent)).map(({ type }) => type)).toEqual([
    ...['deadline.near', 'deadline.missed', 'deadline.missed'],
  ]);
});

test('a team without a webhook for deadlines is not checked', async () => {
  const { agent, checker } = await team(['order.opened']);
  await opens(agent);
  passes(30);
  await checker.check();
  expect((await webhookBodies(bed, agent)).map(({ type }) => type)).toEqual(['order.opened']);
});

/** The small pack, whose supervisor has so long for an answer. */
function packWithin(minutes: number, version: string): Pack {
  const pack = smallPack();
  const kinds = pack.workOrders.kinds.map((kind) =>
    kind.id !== 'query'
      ? kind
      : {
          ...kind,
          stages: kind.stages.map((stage) => ({
            ...stage,
            within: { unit: 'min' as const, count: minutes },
            warnBefore: 1,
          })),
        },
  );
  return { ...pack, version, workOrders: { ...pack.workOrders, kinds } };
}

async function signerOf(lead: Seat) {
  const signer = await openReleaseSigner(lead.team, bed.clock.now);
  const { root, signers } = signer.trust;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const list = { team: lead.team, sequence: 1, issuedAt: bed.clock.now, root, signers: [...signers] };
  const document = text(await signTeamKeys(list, signer.root));
  expect((await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/team-keys`, { document })).status).toBe(200);
  return async (pack: Pack, change: Partial<ReleaseBody> = {}): Promise<string> => {
    const document = text(await signer.sign(pack, { issuedAt: bed.clock.now, ...change }));
    const answer = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/releases`, { document });
    expect(answer.status).toBe(200);
    return packKey((answer.body as { digest: string }).digest);
  };
}

test('the newest release that the whole team uses counts, not a canary, and not one that starts later', async () => {
  const { lead, agent, checker } = await team();
  const publish = await signerOf(lead);
  await publish(packWithin(20, '20.0.0'));
  await publish(packWithin(2, '2.0.0'), { sequence: 2, audience: { to: 'group', agents: [agent.number] } });
  await publish(packWithin(3, '3.0.0'), { sequence: 3, startsAt: bed.clock.now + 500 * MINUTE });
  const opened = await opens(agent);
  for (let minutes = 0; minutes < 25; minutes += 1) {
    await checker.check();
    passes(1);
  }
  expect(await typesAndTimes(agent)).toEqual([
    ['deadline.near', opened.at + 19 * MINUTE],
    ['deadline.missed', opened.at + 20 * MINUTE],
  ]);
});

test('an order is judged by the pack that it names, also after a newer release', async () => {
  const { lead, agent, checker } = await team();
  const publish = await signerOf(lead);
  const first = await publish(packWithin(20, '20.0.0'));
  const opened = await opens(agent, first);
  await publish(packWithin(40, '40.0.0'), { sequence: 2 });
  const second = await opens(agent);
  for (let minutes = 0; minutes < 50; minutes += 1) {
    await checker.check();
    passes(1);
  }
  const missed = (await webhookBodies(bed, agent)).filter(({ type }) => type === 'deadline.missed');
  expect(missed.map(({ at, data }) => [at, data['order']])).toEqual([
    [opened.at + 20 * MINUTE, opened.subject],
    [second.at + 40 * MINUTE, second.subject],
  ]);
});

test('the shipped pack of the server is the one of the extension', () => {
  const small = smallPack();
  expect(shippedPack().workOrders).toEqual(small.workOrders);
  expect(shippedPack().calendar).toEqual(small.calendar);
  expect(shippedPack().version).toBe(small.version);
});

test('two real server processes send each deadline once, by themselves', async () => {
  const received: unknown[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push(JSON.parse(body).type);
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const own = await serverBed();
  const start = () => startServerProcess({ DATABASE_URL: own.url, WEBHOOK_ADDRESSES: '127.0.0.1' });
  const processes = await Promise.all([start(), start()]);
  try {
    own.clock.now = Date.now() - 60 * MINUTE;
    const lead = await own.seat('lead', await own.organisation());
    const url = `http://127.0.0.1:${address.port}/`;
    const webhook = { kind: 'json', url, events: ['deadline.near', 'deadline.missed'] };
    expect((await own.ask(lead, 'POST', `/v1/teams/${lead.team}/webhooks`, webhook)).status).toBe(200);
    // Near since almost three minutes, and late in some seconds.
    own.clock.now = Date.now();
    const opened = orderOpened(lead.number, own.clock.now - 10 * MINUTE + 8_000);
    await push(own, lead, { type: 'team', event: opened });
    await until('both came', () => received.length >= 2, 60_000);
    expect(received).toEqual(['deadline.near', 'deadline.missed']);
  } finally {
    await Promise.all(processes.map(({ end }) => end('SIGTERM')));
    await new Promise((resolve) => receiver.close(resolve));
    await own.close();
  }
}, 120_000);

test('a team that cannot be checked stops no other, and is checked again after a pause', async () => {
  const teams = [await team(), await team(), await team()];
  for (const { agent } of teams) await opens(agent);
  let isBroken = true;
  const checker = checkerOn(bed.db, () => {
    if (!isBroken) return shippedPack();
    isBroken = false;
    throw new Error('the pack of one team cannot be read');
  });
  passes(11);
  await checker.check();
  expect(checker.failures).toHaveLength(1);
  const reported = async () => {
    const bodies = await Promise.all(teams.map(({ agent }) => webhookBodies(bed, agent)));
    return bodies.filter(({ length }) => length > 0).length;
  };
  // The one may be a team of another test.
  expect(await reported()).toBeGreaterThanOrEqual(2);
  passes(1);
  await checker.check();
  expect(await reported()).toBe(3);
});
