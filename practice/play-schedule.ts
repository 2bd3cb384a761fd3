import { setTimeout as sleep } from 'node:timers/promises';
import type { Milestone } from './call/milestone.ts';
import type { Exchange } from './exchange.ts';
import { lineScore, lineScoreText } from './line-score.ts';
import type { Scenario } from './scenario.ts';

/** Ends a call if the agent forgets to hang up. */
const LONGEST_MS = 7_200_000;

/**
 * Plays callers one after the other, each `startsAfterMs` after the end of the previous one, and
 * reports what happens, and how the agent's side kept to the handbook.
 */
export async function playSchedule(
  exchange: Exchange,
  user: string,
  scenarios: readonly Scenario[],
  print: (line: string) => void,
): Promise<void> {
  for (const scenario of scenarios) {
    await sleep(scenario.startsAfterMs);
    await exchange.waitForRegistration(user, { timeoutMs: LONGEST_MS });
    const call = exchange.ring(scenario, { user });
    print(`${scenario.id}: ${scenario.title}`);
    await call.until('ended', { timeoutMs: LONGEST_MS });
    const began = call.timeline()[0]?.at ?? 0;
    for (const milestone of call.timeline()) print(`  ${inWords(milestone, began)}`);
    for (const line of lineScoreText(lineScore(call.timeline(), scenario))) print(`  ${line}`);
  }
}

/** A milestone in one line: seconds since the INVITE, and the event. */
export function inWords({ at, type, ...details }: Milestone, began: number): string {
  const seconds = ((at - began) / 1000).toFixed(1).padStart(6);
  const more = Object.values(details).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : value,
  );
  return [seconds, 's', type, ...more].join(' ');
}
