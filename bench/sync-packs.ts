/**
 * The shipped pack, signed, to two thousand browsers at once: from the server's first move until
 * the last has it whole.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { gzipSync } from 'node:zlib';
import { writeFrame } from '../contract/api/events/event-frames.ts';
import { loadPack } from '../tools/compile-pack.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { firstKeyList, packsBed } from './sync/packs-bed.ts';
import type { FromClients, ToClients } from './sync/packs-clients.ts';
import type { FromServer } from './sync/packs-server.ts';

const listeners = numberOption('listeners', 2_000);
/**
 * Two thousand browsers are as many computers; here they take the server's processor. So every
 * twentieth is timed, in a process that has little else to do, and the crowd is read out by another
 * when nobody else wants to run.
 */
const ONE_TIMED_IN = 20;
const CROWD_PRIORITY = 10;
const rounds = numberOption('rounds', 10);
const pack = loadPack();
const bed = await packsBed(listeners);
const keys = await firstKeyList(bed);
const of = (metric: string, subject: string, unit: string) => ({
  ...{ bench: 'sync', subject, unit },
  metric: `${metric}, ${listeners} listeners`,
});

try {
  const rows = await measure('ours', async (_, port, round) => {
    await bed.post(port, 'releases', await bed.signer.sign(pack, { sequence: round + 1 }));
  });
  const document = gzipSync(await bed.signer.sign(pack), { level: 9 }).toString('base64');
  const event = { type: 'release', sequence: 1, digest: '0'.repeat(64), document } as const;
  const push = writeFrame('1', event)
    .replace(/^id: 1\ndata: /, '')
    .trimEnd();
  rows.push(...(await measure('Hono streamSSE', async (server) => void server.send({ push }))));
  rows.push({ ...of('frame', 'ours', 'kB'), n: 1, value: push.length / 1_000 });
  printReport(rows);
} finally {
  await bed.close();
}

async function measure(
  subject: string,
  publish: (server: ChildProcess, port: number, round: number) => Promise<void>,
): Promise<Measurement[]> {
  const server = fork('bench/sync/packs-server.ts', [subject, bed.databaseUrl]);
  const timed = fork('bench/sync/packs-clients.ts');
  const crowd = fork('bench/sync/packs-clients.ts');
  if (crowd.pid !== undefined) setPriority(crowd.pid, CROWD_PRIORITY);
  try {
    const { port } = await next(server, 'listens');
    if (subject === 'ours') await bed.post(port, 'team-keys', keys);
    const before = await memory(server);
    // By turns, so that those who are timed stand everywhere in the server's order.
    for (let at = 0; at < listeners; at += 5 * ONE_TIMED_IN) {
      const tokens = bed.tokens.slice(at, at + 5 * ONE_TIMED_IN);
      await connect(crowd, port, tokens.slice(5));
      await connect(timed, port, tokens.slice(0, 5));
    }
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = next(server, 'begins');
      const arrived = next(timed, 'arrived');
      const allThere = next(crowd, 'arrived');
      await publish(server, port, round);
      const { at } = await began;
      samples.push(...(await arrived).at.map((time) => time - at));
      await allThere;
    }
    const after = await memory(server);
    return [
      fromSamples(of('pack push', subject, 'ms'), samples),
      { ...of('server memory', subject, 'MB'), n: 1, value: after },
      { ...of('of it for listeners', subject, 'MB'), n: 1, value: after - before },
    ];
  } finally {
    for (const child of [server, timed, crowd]) child.kill('SIGKILL');
  }
}

async function connect(clients: ChildProcess, port: number, tokens: readonly string[]): Promise<void> {
  const connected = next(clients, 'connected');
  clients.send({ port, tokens } satisfies ToClients);
  await connected;
}

/** Resident, in MB. */
async function memory(server: ChildProcess): Promise<number> {
  const report = next(server, 'memory');
  server.send({});
  return (await report).bytes / 1e6;
}

type Report = FromServer | FromClients;

function next<K extends Report['kind']>(child: ChildProcess, kind: K): Promise<Extract<Report, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Report) => {
      if (message.kind !== kind) return;
      child.off('message', onMessage).off('exit', end);
      resolve(message as Extract<Report, { kind: K }>);
    };
    const end = () => reject(new Error(`a process ended before it said ${kind}`));
    child.on('message', onMessage).once('exit', end);
  });
}
