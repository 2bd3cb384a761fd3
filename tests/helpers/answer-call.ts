import type { PracticeCall } from '../../practice/call/practice-call.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation } from './agent-workstation.ts';
import type { PanelScreen } from './panel-screen.ts';

/** Lets a caller ring, answers in the panel, and waits for the greeting. */
export async function answerCall(
  workstation: AgentWorkstation,
  screen: PanelScreen,
  scenario: Scenario = neverHangsUp,
): Promise<PracticeCall> {
  const call = workstation.exchange.ring(scenario, { user: AGENT.user });
  await screen.answers();
  await call.until('answered');
  await screen.shows('.script-card__step', '示例热线');
  return call;
}

/** Ends all calls and finishes the wrap-up, so that the next test begins idle. */
export async function comesToRest(workstation: AgentWorkstation, screen: PanelScreen): Promise<void> {
  for (const call of workstation.exchange.calls()) await call.hangUp();
  await screen.shows('.panel', /今天的电话|完成|稍后补/);
  if (await screen.isThere('.wrap-up-form')) await screen.finishes();
}
