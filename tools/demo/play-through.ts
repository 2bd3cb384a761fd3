import type { PracticeCall } from '../../practice/call/practice-call.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
import { AGENT, type AgentDesk } from '../../tests/helpers/agent-desk.ts';
import { type PanelScreen, panelScreen } from '../../tests/helpers/panel-screen.ts';
import type { Narrator } from './narrator.ts';

/** Answers in the fourth ring of 5 s: late, by the handbook's three. */
const LATE_MS = 15_400;

/** Three calls without a person: one answered in time, one that gives up, one answered late. */
export async function playThrough(desk: AgentDesk, narrator: Narrator): Promise<void> {
  const screen = panelScreen(desk.panel);
  const stage: DemoStage = { desk, screen, narrator };
  await narrator.picture(desk.panel, 'idle');
  await answeredInTime(stage);
  await givenUp(stage);
  await answeredLate(stage);
}

interface DemoStage {
  readonly desk: AgentDesk;
  readonly screen: PanelScreen;
  readonly narrator: Narrator;
}

async function answeredInTime(stage: DemoStage): Promise<void> {
  const { desk, screen, narrator } = stage;
  const call = await ring(stage, normalCaller);
  await narrator.picture(desk.panel, 'ringing');
  await answer(stage, call);
  await narrator.picture(desk.panel, 'greeting');
  narrator.tell(`the agent's voice reaches the caller (level ${(await call.heardAudio()).toFixed(3)})`);

  await screen.writes('问订单什么时候送到。');
  await screen.waitUntilSaved();
  narrator.tell(`note saved: “${await screen.note()}”`);
  await narrator.picture(desk.panel, 'note');
  await tellEnd(stage, call);
  await desk.panel.waitForSelector('.wrap-up-form');
  await narrator.picture(desk.panel, 'wrap-up');
  await finish(stage);
}

async function givenUp(stage: DemoStage): Promise<void> {
  const call = await ring(stage, givesUp);
  await tellEnd(stage, call);
  await stage.desk.panel.waitForSelector('.today-list__call--missed');
  await stage.narrator.picture(stage.desk.panel, 'missed');
}

async function answeredLate(stage: DemoStage): Promise<void> {
  const { desk, screen, narrator } = stage;
  const call = await ring(stage, neverHangsUp);
  await desk.panel.waitForSelector('.ring-dial--late', { timeout: LATE_MS + 5000 });
  await narrator.picture(desk.panel, 'late');
  await answer(stage, call);
  await narrator.picture(desk.panel, 'late-greeting');
  await screen.hangsUp();
  await tellEnd(stage, call);
  await desk.panel.waitForSelector('.wrap-up-form');
  await finish(stage);
  await narrator.picture(desk.panel, 'end-of-demo');
}

async function ring({ desk, narrator }: DemoStage, scenario: Scenario): Promise<PracticeCall> {
  const { number, displayName } = scenario.caller;
  const call = desk.exchange.ring(scenario, { user: AGENT.user });
  const { at } = await call.until('invited');
  narrator.tell(`ring: ${displayName ?? 'no name'} ${number} (${scenario.title})`);
  await desk.panel.waitForSelector('.ring-dial');
  narrator.tell(`painted in the panel, at most ${Date.now() - at} ms after the INVITE`);
  return call;
}

async function answer({ desk, screen, narrator }: DemoStage, call: PracticeCall): Promise<void> {
  const rings = await screen.text('.ring-dial__count');
  await screen.answers();
  await call.until('answered');
  narrator.tell(`answered; the dial said: ${rings}`);
  await desk.panel.waitForSelector('.script-card:not(.script-card--ahead) .script-card__step');
  narrator.tell(`greeting shown: “${await screen.text('.script-card__step')}”`);
}

async function tellEnd({ narrator }: DemoStage, call: PracticeCall): Promise<void> {
  const { end } = await call.until('ended', { timeoutMs: 30_000 });
  narrator.tell(end.how === 'hung-up' ? `ended by the ${end.by}` : `ended: ${end.how}`);
}

async function finish({ desk, screen }: DemoStage): Promise<void> {
  await screen.presses('.wrap-up-foot .button--main');
  await desk.panel.waitForSelector('.idle-view');
}
