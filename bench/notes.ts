/**
 * The cost of notes in a real Chromium: a keystroke until it is on disk, a search, a cold start.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNotesPage } from '../tests/helpers/notes-chromium.ts';
import { servePage } from '../tests/helpers/page-server.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { measurePanel } from './helpers/notes/measure-panel.ts';

const rounds = numberOption('rounds', 400);
const many = numberOption('notes', 100_000);
const events = numberOption('events', 20_000);
const opens = numberOption('opens', 15);
const bench = 'notes';
const of = (metric: string, subject: string, unit = 'ms') => ({ bench, metric, subject, unit });

const server = await servePage('bench/notes/page.ts');
const profile = await mkdtemp(join(tmpdir(), 'sansheng-bench-'));
const { browser, page } = await openNotesPage(profile, server.url);
try {
  printReport([
    ...(await keystrokes()),
    ...(await searches()),
    ...(await amongMany()),
    ...(await measureTeamLog()),
    ...(await panelStarts()),
  ]);
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function keystrokes(): Promise<Measurement[]> {
  const samples = await page.evaluate((n) => window.notesBench.keystrokes(n), rounds);
  return Object.entries(samples).map(([subject, ms]) => fromSamples(of('keystroke kept', subject), ms));
}

async function searches(): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const notes of [10_000, many]) {
    const { ours, plain, fillMs } = await page.evaluate((n) => window.notesBench.searchSamples(n, 30), notes);
    rows.push(fromSamples(of(`search ${notes}`, 'ours'), ours));
    rows.push(fromSamples(of(`search ${notes}`, 'each note in turn'), plain));
    rows.push({ ...of(`index ${notes}, in memory`, 'ours'), n: 1, value: fillMs });
  }
  return rows;
}

/** The same page reloaded with an almost empty store, then with `many` notes. */
async function amongMany(): Promise<Measurement[]> {
  const few = await coldStarts();
  await page.evaluate((total) => window.notesBench.fill(total), many);
  const full = await coldStarts();
  const first = await page.evaluate(() => window.notesBench.fillSearch());
  await page.reload();
  await page.waitForFunction(() => document.title === 'ready');
  const next = await page.evaluate(() => window.notesBench.fillSearch());
  return [
    fromSamples(
      of(`open among ${many}`, 'ours'),
      full.map(({ openMs }) => openMs),
    ),
    fromSamples(
      of(`open among ${many}`, 'the same, empty'),
      few.map(({ openMs }) => openMs),
    ),
    fromSamples(
      of(`list the ${full[0]?.today} of today`, 'ours'),
      full.map(({ todayMs }) => todayMs),
    ),
    { ...of(`search of ${first.notes} filled while idle, first time`, 'ours'), n: 1, value: first.ms },
    { ...of(`search of ${next.notes} filled while idle, from pages`, 'ours'), n: 1, value: next.ms },
    { ...of('longest task meanwhile (50 ms and more)', 'first time'), n: 1, value: first.longestMs },
    { ...of('longest task meanwhile (50 ms and more)', 'from pages'), n: 1, value: next.longestMs },
  ];
}

async function measureTeamLog(): Promise<Measurement[]> {
  const {
    firstMs,
    ms,
    events: read,
  } = await page.evaluate((n) => window.notesBench.teamLoads(n, 10), events);
  return [
    { ...of(`team log of ${read} events`, 'event by event'), n: 1, value: firstMs },
    fromSamples(of(`team log of ${read} events`, 'ours'), ms),
  ];
}

/** The real panel, from navigation to rest. */
async function panelStarts(): Promise<Measurement[]> {
  const script = await (await fetch(`${server.url}page.js`)).text();
  const { empty, full, painted, bare } = await measurePanel(script, many, opens);
  return [
    fromSamples(of(`panel opened among ${many} notes`, 'ours'), full),
    fromSamples(of(`panel opened among ${many} notes`, 'the same, empty'), empty),
    fromSamples(of(`panel opened among ${many} notes`, 'a bare extension page'), bare),
    fromSamples(of('panel opened, first paint', 'ours'), painted),
    fromSamples(of('panel opened, first paint', 'a bare extension page'), bare),
  ];
}

async function coldStarts() {
  const samples: { openMs: number; todayMs: number; today: number }[] = [];
  for (let start = 0; start < 15; start += 1) {
    await page.reload();
    await page.waitForFunction(() => document.title === 'ready');
    samples.push(await page.evaluate(() => window.notesBench.coldStart()));
  }
  return samples;
}
