/**
 * Notes of weeks offline on their way to the server through a faulty network; and the server's
 * throughput.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { reviewPageSchema } from '../contract/api/review/reviewed-note.ts';
import { openNotesPage } from '../tests/helpers/notes-chromium.ts';
import { servePage } from '../tests/helpers/page-server.ts';
import { type Fault, faultProxy } from '../tests/helpers/server/fault-proxy.ts';
import { startTeamServer } from '../tests/helpers/team-server.ts';
import { type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import type { syncBench } from './sync/notes-page.ts';
import { pouchServer } from './sync/pouch-server.ts';

declare global {
  interface Window {
    readonly syncBench: typeof syncBench;
  }
}

const count = numberOption('notes', 10_000);
/**
 * Of ten requests one is cut before the server, one after it, one arrives twice; the same in every
 * run.
 */
const FAULTS: readonly Fault[] = Array.from({ length: 2_000 }, (_, at) => {
  const dice = Math.imul(at + 1, 2_654_435_761) >>> 0;
  return (['cut-before', 'cut-after', 'double'] as const)[dice % 10] ?? 'none';
});
const of = (subject: string, metric: string, unit: string) => ({ bench: 'sync', metric, subject, unit });

const page = await servePage('bench/sync/notes-page.ts');
const server = await startTeamServer();
try {
  const rows: Measurement[] = [];
  for (const [subject, run] of Object.entries({ ours, 'PouchDB → express-pouchdb': pouch })) {
    const { ms, rounds } = await run();
    rows.push({ ...of(subject, `${count} offline notes, bad network`, 's'), n: 1, value: ms / 1000 });
    rows.push({ ...of(subject, 'times it had to begin again', 'rounds'), n: 1, value: rounds });
  }
  printReport(rows);
} finally {
  await server.close();
  page.close();
}

async function ours(): Promise<{ ms: number; rounds: number }> {
  const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
  const enrolled: unknown = await server.ask('POST', '/v1/enrol', { code, label: 'bench' });
  const result = await through(server.url, (tab, origin) =>
    tab.evaluate((n, url, seat) => window.syncBench.ours(n, url, seat), count, origin, enrolled),
  );
  const stored = await storedNotes();
  if (stored !== count) throw new Error(`${stored} of ${count} notes have arrived`);
  return result;
}

async function pouch(): Promise<{ ms: number; rounds: number }> {
  const peer = await pouchServer();
  const result = await through(peer.origin, (tab, origin) =>
    tab.evaluate((n, url) => window.syncBench.pouch(n, url), count, origin),
  );
  const info: unknown = await (await fetch(`${peer.origin}/notes`)).json();
  await peer.close();
  const { doc_count: stored } = v.parse(v.looseObject({ doc_count: v.number() }), info);
  if (stored !== count) throw new Error(`${stored} of ${count} notes have arrived at the peer`);
  return result;
}

/**
 * A fresh profile each, over the same faulty network. An extension with permission is exempt from
 * CORS; so is this page.
 */
async function through<T>(
  target: string,
  run: (page: Awaited<ReturnType<typeof openNotesPage>>['page'], origin: string) => Promise<T>,
): Promise<T> {
  const proxy = await faultProxy(target);
  proxy.plan(FAULTS);
  const profile = await mkdtemp(join(tmpdir(), 'sansheng-bench-'));
  const opened = await openNotesPage(profile, page.url, undefined, ['--disable-web-security']);
  try {
    return await run(opened.page, proxy.origin);
  } finally {
    await opened.browser.close();
    await proxy.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function storedNotes(): Promise<number> {
  let stored = 0;
  for (let after = ''; ; ) {
    const path = `/v1/teams/:team/notes?from=0&to=${Date.now()}&after=${encodeURIComponent(after)}`;
    const { notes, next } = v.parse(reviewPageSchema, await server.ask('GET', path));
    stored += notes.length;
    if (next === null) return stored;
    after = next;
  }
}
