import { setTimeout as pause } from 'node:timers/promises';
import { abusiveCaller } from '../../practice/scenarios/abusive-caller.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { noisyLine } from '../../practice/scenarios/noisy-line.ts';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
import { silentCaller } from '../../practice/scenarios/silent-caller.ts';
import { AGENT, type AgentWorkstation } from '../../tests/helpers/agent-workstation.ts';
import type { Narrator } from './narrator.ts';

const CALLERS = [normalCaller, silentCaller, givesUp, noisyLine, neverHangsUp, abusiveCaller];
const BETWEEN_CALLS_MS = 8000;
/** Longest call of the demo: the viewer may be away. */
const CALL_LIMIT_MS = 15 * 60_000;

/** Lets callers ring one after the other until the window is closed. */
export async function ringOn({ chromium, exchange }: AgentWorkstation, narrator: Narrator): Promise<void> {
  const closed = new Promise<void>((done) => chromium.browser.once('disconnected', () => done()));
  const calls = async () => {
    for (let next = 0; chromium.browser.connected; next += 1) {
      const scenario = CALLERS[next % CALLERS.length] ?? normalCaller;
      await pause(BETWEEN_CALLS_MS);
      if (!chromium.browser.connected) return;
      if (!exchange.isRegistered(AGENT.user)) continue;
      const call = exchange.ring(scenario, { user: AGENT.user });
      narrator.report(`ring: ${scenario.caller.number} (${scenario.title})`);
      const { end } = await call.until('ended', { timeoutMs: CALL_LIMIT_MS });
      narrator.report(end.how === 'hung-up' ? `ended by the ${end.by}` : `ended: ${end.how}`);
    }
  };
  await Promise.race([closed, calls()]);
}
