import type { PracticeCall } from '../../practice/call/practice-call.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
import { AGENT, type AgentWorkstation } from '../../tests/helpers/agent-workstation.ts';
import { type PanelScreen, panelScreen } from '../../tests/helpers/panel-screen.ts';
import type { Narrator } from './narrator.ts';

/** Answers in the fourth ring of 5 s: late, because the handbook allows three. */
const LATE_MS = 15_400;

/** Three calls without a person: one answered in time, one that gives up, one answered late. */
export async function playThrough(workstation: AgentWorkstation, narrator: Narrator): Promise<void> {
  const screen = panelScreen(workstation.panel);
  const stage: DemoStage = { workstation, screen, narrator };
  await narrator.picture(workstation.panel, 'idle');
  await answeredInTime(stage);
  await givenUp(stage);
  await answeredLate(stage);
}

interface DemoStage {
  readonly workstation: AgentWorkstation;
  readonly screen: PanelScreen;
  readonly narrator: Narrator;
}

async function answeredInTime(stage: DemoStage): Promise<void> {
  const { workstation, screen, narrator } = stage;
  const call = await ring(stage, normalCaller);
  await narrator.picture(workstation.panel, 'ringing');
  await answer(stage, call);
  await narrator.picture(workstation.panel, 'greeting');
  narrator.report(`the agent's voice reaches the caller (level ${(await call.waitForAudio()).toFixed(3)})`);

  await screen.writes('问订单什么时候送到。');
  await screen.waitUntilSaved();
  narrator.report(`note saved: “${await screen.note()}”`);
  await narrator.picture(workstation.panel, 'note');
  await reportEnd(stage, call);
  await workstation.panel.waitForSelector('.wrap-up-form');
  await narrator.picture(workstation.panel, 'wrap-up');
  await finish(stage);
}

async function givenUp(stage: DemoStage): Promise<void> {
  const call = await ring(stage, givesUp);
  await reportEnd(stage, call);
  await stage.workstation.panel.waitForSelector('.today-list__call--missed');
  await stage.narrator.picture(stage.workstation.panel, 'missed');
}

async function answeredLate(stage: DemoStage): Promise<void> {
  const { workstation, screen, narrator } = stage;
  const call = await ring(stage, neverHangsUp);
  await workstation.panel.waitForSelector('.ring-dial--late', { timeout: LATE_MS + 5000 });
  await narrator.picture(workstation.panel, 'late');
  await answer(stage, call);
  await narrator.picture(workstation.panel, 'late-greeting');
  await screen.hangsUp();
  await reportEnd(stage, call);
  await workstation.panel.waitForSelector('.wrap-up-form');
  await finish(stage);
  await narrator.picture(workstation.panel, 'end-of-demo');
}

async function ring({ workstation, narrator }: DemoStage, scenario: Scenario): Promise<PracticeCall> {
  const { number, displayName } = scenario.caller;
  const call = workstation.exchange.ring(scenario, { user: AGENT.user });
  const { at } = await call.until('invited');
  narrator.report(`ring: ${displayName ?? 'no name'} ${number} (${scenario.title})`);
  await workstation.panel.waitForSelector('.ring-dial');
  narrator.report(`painted in the panel, at most ${Date.now() - at} ms after the INVITE`);
  return call;
}

async function answer({ workstation, screen, narrator }: DemoStage, call: PracticeCall): Promise<void> {
  const rings = await screen.text('.ring-dial__count');
  await screen.answers();
  await call.until('answered');
  narrator.report(`answered; the dial said: ${rings}`);
  await workstation.panel.waitForSelector('.script-card:not(.script-card--ahead) .script-card__step');
  narrator.report(`greeting shown: “${await screen.text('.script-card__step')}”`);
}

async function reportEnd({ narrator }: DemoStage, call: PracticeCall): Promise<void> {
  const { end } = await call.until('ended', { timeoutMs: 30_000 });
  narrator.report(end.how === 'hung-up' ? `ended by the ${end.by}` : `ended: ${end.how}`);
}

async function finish({ workstation, screen }: DemoStage): Promise<void> {
  await screen.presses('.wrap-up-foot .button--main');
  await workstation.panel.waitForSelector('.idle-view');
}
