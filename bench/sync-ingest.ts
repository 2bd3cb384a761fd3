/**
 * The server's throughput: parallel batches of notes from several teams, each answered after its
 * commit.
 */
import { MOST_PUSHED_ITEMS } from '../contract/api/sync/push.ts';
import type { SyncItem } from '../contract/api/sync/sync-item.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../contract/api/sync/version.ts';
import { startServerProcess } from '../tests/helpers/server/server-process.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { syntheticNote } from './notes/synthetic-note.ts';
import { benchDatabase } from './sync/bench-database.ts';
import { type BenchTeam, benchTeams } from './sync/bench-teams.ts';
import { rawIngest } from './sync/raw-ingest.ts';

type NoteItem = SyncItem & { readonly type: 'note' };

const teamCount = numberOption('teams', 4);
const rounds = numberOption('batches', 20);
const database = await benchDatabase();
const teams = await benchTeams(database.url, teamCount);
const batches = Array.from({ length: rounds }, (_, round) => batchOf(round));
const bodies = batches.map((items) => JSON.stringify({ items }));
const server = await startServerProcess({ DATABASE_URL: database.url });
const raw = await rawIngest(database.url, teamCount);

try {
  // The first batch of each team is not counted: it opens connections and compiles code.
  const rows = await measure('ours', (team, round) => push(team, bodies[round] ?? ''));
  rows.push(
    ...(await measure('raw batched inserts', ({ team }, round) => raw.store(team, batches[round] ?? []))),
  );
  printReport(rows);
} finally {
  await raw.close();
  await server.end('SIGTERM');
  await database.close();
}

/** Every team sends its next batch after the acknowledgement of the last one. */
async function measure(
  subject: string,
  store: (team: BenchTeam, round: number) => Promise<void>,
): Promise<Measurement[]> {
  await Promise.all(teams.map((team) => store(team, 0)));
  const began = performance.now();
  const samples = await Promise.all(
    teams.map(async (team) => {
      const durations: number[] = [];
      for (let round = 1; round < rounds; round += 1) {
        const sent = performance.now();
        await store(team, round);
        durations.push(performance.now() - sent);
      }
      return durations;
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const notes = teamCount * (rounds - 1) * MOST_PUSHED_ITEMS;
  const of = (metric: string, unit: string) => ({ bench: 'sync', metric, subject, unit });
  return [
    {
      ...of(`notes acknowledged, ${teamCount} teams at once`, 'notes/s'),
      n: notes,
      value: notes / seconds,
    },
    fromSamples(of(`${MOST_PUSHED_ITEMS} notes acknowledged`, 'ms'), samples.flat()),
  ];
}

async function push({ token }: BenchTeam, body: string): Promise<void> {
  const response = await fetch(new URL('/v1/sync/push', server.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
    body,
  });
  const answer = await response.text();
  if (response.ok && !answer.includes('refused')) return;
  throw new Error(`${response.status} ${answer.slice(0, 200)}`);
}

function batchOf(round: number): readonly NoteItem[] {
  return Array.from({ length: MOST_PUSHED_ITEMS }, (_, at) => {
    const index = round * MOST_PUSHED_ITEMS + at;
    const note = syntheticNote(index, rounds * MOST_PUSHED_ITEMS, Date.now());
    return { type: 'note', id: note.id, revision: 1, base: 0, note } as const;
  });
}
