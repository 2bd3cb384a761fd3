import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { JournalEntry } from '../calls/journal-entry.ts';
import { HOST_CHANNEL } from '../contract/messages/host-message.ts';
import { SCENARIOS } from '../practice/scenarios.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../tests/helpers/agent-workstation.ts';
import { type PanelScreen, panelScreen } from '../tests/helpers/panel-screen.ts';

/**
 * `npx tsx tools/record-journals.ts [caller…]` lets practice callers ring a real phone with a real
 * line analyser, and writes the journal to practice/journals/<caller>.json, for the lead's try-out.
 * Needs a build and Chromium.
 */

interface Recording {
  readonly answerAfterMs: number;
  /** Counted from the answer; a caller who hangs up ends it earlier. */
  readonly lastsMs: number;
  /** A script that the agent finds by these keys, so long after the answer. */
  readonly pick?: { readonly afterMs: number; readonly keys: string; readonly title: string };
}

const RECORDINGS: Readonly<Record<string, Recording>> = {
  'normal-caller': { answerAfterMs: 4000, lastsMs: 40_000 },
  'long-ring': { answerAfterMs: 19_000, lastsMs: 16_000 },
  'long-pauses': { answerAfterMs: 3000, lastsMs: 50_000 },
  'silent-caller': { answerAfterMs: 3000, lastsMs: 60_000 },
  'silent-then-speaks': { answerAfterMs: 3000, lastsMs: 24_000 },
  'faint-voice': { answerAfterMs: 3000, lastsMs: 34_000 },
  'noisy-line': { answerAfterMs: 3000, lastsMs: 40_000 },
  'abusive-caller': {
    answerAfterMs: 3000,
    lastsMs: 34_000,
    pick: { afterMs: 9000, keys: 'qxjl', title: '情绪激烈' },
  },
  'never-hangs-up': {
    answerAfterMs: 3000,
    lastsMs: 45_000,
    pick: { afterMs: 12_000, keys: 'jsy', title: '结束语' },
  },
};

const OUT = 'practice/journals';
const asked = process.argv.slice(2);
await mkdir(OUT, { recursive: true });
const workstation = await openAgentWorkstation({ voice: 'tests/helpers/silence.wav' });
try {
  for (const [id, recording] of Object.entries(RECORDINGS)) {
    if (asked.length > 0 && !asked.includes(id)) continue;
    const entries = await record(workstation, panelScreen(workstation.panel), id, recording);
    await writeFile(
      `${OUT}/${id}.json`,
      `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`,
    );
    console.log(`${id}: ${entries.length} facts`);
  }
} finally {
  await workstation.close();
}

async function record(
  { exchange, panel }: AgentWorkstation,
  screen: PanelScreen,
  id: string,
  { answerAfterMs, lastsMs, pick }: Recording,
): Promise<readonly JournalEntry[]> {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`No practice caller is called ${id}`);
  const readJournal = await listen(panel);
  const call = exchange.ring(scenario, { user: AGENT.user });
  await screen.appears('.ring-actions__answer');
  await wait(answerAfterMs);
  await screen.answers();
  await call.until('answered');
  const over = call.until('ended', { timeoutMs: lastsMs }).then(
    () => true,
    () => false,
  );
  if (pick !== undefined) {
    await wait(pick.afterMs);
    await screen.finds(pick.keys, pick.title);
  }
  if (!(await over)) await call.hangUp();
  await screen.shows('.wrap-up-panel', '完成');
  await screen.finishes();
  return asFacts(await readJournal());
}

async function listen(page: Page): Promise<() => Promise<readonly JournalEntry[]>> {
  const readJournal = await page.evaluateHandle((channel) => {
    const entries: JournalEntry[] = [];
    new BroadcastChannel(channel).onmessage = ({ data }) => {
      if (data.kind === 'appended') entries.push(...data.entries);
    };
    return entries;
  }, HOST_CHANNEL);
  return () => readJournal.jsonValue();
}

/**
 * Starts at time 0 and number 1. Of the agent's events only picked scripts are kept: the try-out
 * replays the others.
 */
function asFacts(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const facts = entries.filter(
    ({ event }) =>
      (event.type === 'situation-picked' && event.by === 'agent') ||
      ('call' in event && !isScriptEvent(event.type)),
  );
  const start = facts[0]?.event.at ?? 0;
  return facts.map(({ source, event }, n) => ({
    seq: n + 1,
    source,
    event: { ...event, ...('call' in event ? { call: 'practice' } : {}), at: Math.round(event.at - start) },
  }));
}

function isScriptEvent(type: string): boolean {
  return /^(situation-picked|step-|script-|branch-|suggestion-|wait-asked|caller-|hang-up-forced|wrap-up)/.test(
    type,
  );
}
