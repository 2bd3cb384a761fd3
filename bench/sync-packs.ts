/** The shipped pack, signed, to two thousand browsers at once: from the server's first move until the last has it whole. */
import { type ChildProcess, fork } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { writeFrame } from '../contract/events/event-frames.ts';
import { loadPack } from '../tools/compile-pack.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { firstKeyList, packsBed } from './sync/packs-bed.ts';
import type { FromClients, ToClients } from './sync/packs-clients.ts';
import type { FromServer } from './sync/packs-server.ts';

const listeners = numberOption('listeners', 2_000);
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
    await bed.post(port, 'releases', await bed.desk.sign(pack, { sequence: round + 1 }));
  });
  const document = gzipSync(await bed.desk.sign(pack), { level: 9 }).toString('base64');
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
  const clients = fork('bench/sync/packs-clients.ts');
  try {
    const { port } = await next(server, 'listens');
    if (subject === 'ours') await bed.post(port, 'team-keys', keys);
    const before = await memory(server);
    const connected = next(clients, 'connected');
    clients.send({ port, tokens: bed.tokens } satisfies ToClients);
    await connected;
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = next(server, 'begins');
      const arrived = next(clients, 'arrived');
      await publish(server, port, round);
      const { at } = await began;
      samples.push(...(await arrived).at.map((time) => time - at));
    }
    const after = await memory(server);
    return [
      fromSamples(of('pack push', subject, 'ms'), samples),
      { ...of('server memory', subject, 'MB'), n: 1, value: after },
      { ...of('of it for listeners', subject, 'MB'), n: 1, value: after - before },
    ];
  } finally {
    server.kill('SIGKILL');
    clients.kill('SIGKILL');
  }
}

/** Resident, in MB. */
async function memory(server: ChildProcess): Promise<number> {
  const told = next(server, 'memory');
  server.send({});
  return (await told).bytes / 1e6;
}

type Told = FromServer | FromClients;

function next<K extends Told['kind']>(child: ChildProcess, kind: K): Promise<Extract<Told, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const hear = (message: Told) => {
      if (message.kind !== kind) return;
      child.off('message', hear);
      resolve(message as Extract<Told, { kind: K }>);
    };
    child.on('message', hear);
    child.once('exit', () => reject(new Error(`a process ended before it said ${kind}`)));
  });
}
