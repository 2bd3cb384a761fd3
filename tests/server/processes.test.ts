import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { enrolAnswerSchema } from '../../contract/api/members/enrolment.ts';
import { pullAnswerSchema } from '../../contract/api/sync/pull.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { startCluster } from '../../server/postgres/cluster.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server/server-process.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function start(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = await startServerProcess(env);
  cleanUps.push(async () => await server.end('SIGKILL'));
  return server;
}

async function ask(server: ServerProcess, token: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const json: unknown = await response.json();
  return json;
}

async function enrolFirstAdmin(server: ServerProcess) {
  const code = /: ([0-9A-Z-]{19})\n/.exec(server.output())?.[1];
  return v.parse(enrolAnswerSchema, await ask(server, '', '/v1/enrol', { code, label: 'test' }));
}

async function pulledIds(server: ServerProcess, token: string): Promise<string[]> {
  const itemSchema = v.looseObject({ event: v.looseObject({ id: v.string() }) });
  const { items } = v.parse(pullAnswerSchema, await ask(server, token, '/v1/sync/pull?limit=1000'));
  return items.map((item) => v.parse(itemSchema, item).event.id);
}

test('what was acknowledged is there after server and PostgreSQL were killed; one left running is taken over', async () => {
  const DATA_DIRECTORY = await mkdtemp(join(tmpdir(), 'sansheng-kill-'));
  cleanUps.push(async () => await rm(DATA_DIRECTORY, { recursive: true, force: true, maxRetries: 5 }));
  const first = await start({ DATA_DIRECTORY });
  const { token, me } = await enrolFirstAdmin(first);
  await expect(startServerProcess({ DATA_DIRECTORY })).rejects.toThrow('One process a data directory');

  const acknowledged: string[] = [];
  const sent: string[] = [];
  const pushing = Promise.allSettled(
    Array.from({ length: 4 }, async () => {
      for (;;) {
        const event = orderOpened(me.member.number, Date.now());
        sent.push(event.id);
        await ask(first, token, '/v1/sync/push', { items: [{ type: 'team', event }] });
        acknowledged.push(event.id);
        if (acknowledged.length === 40) {
          const [postmaster] = readFileSync(join(DATA_DIRECTORY, 'cluster', 'postmaster.pid'), 'utf8').split(
            '\n',
          );
          process.kill(Number(postmaster), 'SIGKILL');
          await first.end('SIGKILL');
        }
      }
    }),
  );
  await pushing;
  const second = await start({ DATA_DIRECTORY });
  const kept = await pulledIds(second, token);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(sent).toEqual(expect.arrayContaining(kept));
  expect(new Set(kept).size).toBe(kept.length);

  await second.end('SIGKILL');
  const leftRunning = await startCluster(DATA_DIRECTORY, () => {});
  await leftRunning.stop();
}, 120_000);

test('an organisation and a code are made while the server runs, which goes on', async () => {
  const DATA_DIRECTORY = await mkdtemp(join(tmpdir(), 'sansheng-visit-'));
  cleanUps.push(async () => await rm(DATA_DIRECTORY, { recursive: true, force: true, maxRetries: 5 }));
  const server = await start({ DATA_DIRECTORY });
  const { me } = await enrolFirstAdmin(server);
  const command = async (...words: readonly string[]) => {
    const { DATABASE_URL: _, ...surroundings } = process.env;
    const env = { ...surroundings, DATA_DIRECTORY };
    const args = ['--import', 'tsx', 'server/main.ts', ...words];
    return (await promisify(execFile)(process.execPath, args, { env })).stderr;
  };
  expect(await command('organisation', '另一家')).toMatch(/: [0-9A-Z-]{19}\n/);
  const printed = await command('code', me.organisation.id, me.member.number);
  expect(printed).toContain(me.team.name);
  const code = /: ([0-9A-Z-]{19})\n/.exec(printed)?.[1];
  const again = v.parse(enrolAnswerSchema, await ask(server, '', '/v1/enrol', { code, label: 'test' }));
  expect(again.me.member.id).toBe(me.member.id);
  await expect(command('code', me.organisation.id, '9999')).rejects.toThrow('no such member');
  await server.end('SIGTERM');
}, 120_000);
