import type { KeyInput } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { scenario } from '../../practice/scenario.ts';
import type { Said } from '../helpers/agent-voice.ts';
import { AGENT, type AgentWorkstation } from '../helpers/agent-workstation.ts';
import type { PanelScreen } from '../helpers/panel-screen.ts';

const TITLE = '.script-card__title';
const BRANCH = '.script-advance--branch';
const CALLEE = '8001';
const CALLER = scenario({
  id: 'waits-for-the-agent',
  title: 'Says what the test lets it say',
  caller: { number: '+8613900002244', displayName: null },
  onAnswer: [{ do: 'stay-on' }],
});

const NOBODY = scenario({
  ...CALLER,
  id: 'nobody-there',
  caller: { number: '+8613900002255', displayName: null },
});

/** More than any of the calls needs. */
const MOST_SENTENCES = 12;

/** A sentence, then a pause in which the caller may speak, over and over. */
const sentences = (pause: number): readonly Said[] =>
  Array.from({ length: MOST_SENTENCES }, () => [
    { audio: 'delivery-question', seconds: 3.6 },
    { audio: null, seconds: pause },
  ]).flat();

interface Here {
  readonly workstation: AgentWorkstation;
  readonly screen: PanelScreen;
  readonly agentSays: (said: readonly Said[]) => Promise<void>;
}

/** From ring to ready in the real panel with line listening; what is typed is not a press. */
export function countedPresses(here: () => Here): void {
  let presses = 0;

  async function command(code: KeyInput): Promise<void> {
    presses += 1;
    const { keyboard } = here().workstation.panel;
    for (const key of ['Alt', 'Shift'] as const) await keyboard.down(key);
    await keyboard.press(code);
    for (const key of ['Shift', 'Alt'] as const) await keyboard.up(key);
  }
  async function digit(key: KeyInput): Promise<void> {
    presses += 1;
    await here().screen.leavesFields();
    await here().workstation.panel.keyboard.press(key);
  }
  async function click(selector: string): Promise<void> {
    presses += 1;
    await here().screen.presses(selector);
  }
  async function find(keys: string, title: string): Promise<void> {
    presses += 1;
    await here().screen.finds(keys, title);
  }
  /** The surname and the matter are typed, the title is a press. */
  async function name(): Promise<void> {
    const { screen, workstation } = here();
    await screen.writes('冰箱不制冷');
    await screen.focuses('input[name="surname"]');
    await workstation.panel.keyboard.type('王');
    await click('.title-toggle ::-p-text(女士)');
  }
  async function answered(pause: number, caller = CALLER): Promise<PracticeCall> {
    const { workstation, screen, agentSays } = here();
    presses = 0;
    await agentSays(sentences(pause));
    const call = workstation.exchange.ring(caller, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await command('KeyJ');
    await call.until('answered');
    return call;
  }
  async function isReady(most: number): Promise<void> {
    await here().screen.shows('.idle-view', '今天的电话');
    expect(presses).toBeLessThanOrEqual(most);
  }

  test('a query that is answered: at most 5 presses', async () => {
    const { screen } = here();
    const call = await answered(2);
    // The greeting completes itself.
    await screen.gone(TITLE);
    await call.speak('delivery-question');
    await name();
    await click('.category-choice ::-p-text(查询)');
    await find('jsy', '结束语');
    await screen.shows('.script-card__step--do', '顾客先挂机');
    await call.hangUp();
    await screen.appears('.wrap-up-foot');
    await command('KeyK');
    await isReady(5);
  });

  test('a complaint that is passed on: at most 10 presses', async () => {
    const { screen } = here();
    const call = await answered(2);
    await screen.gone(TITLE);
    await call.speak('delivery-question');
    await click('.category-choice ::-p-text(投诉)');
    await screen.shows('.suggestion-chips', '投诉倾听');
    await command('KeyL');
    await screen.shows(TITLE, '投诉倾听');
    await name();
    await screen.shows(BRANCH, '2');
    await digit('2');
    await screen.shows(TITLE, '投诉无法当场答复');
    await screen.shows(BRANCH, '2');
    await digit('2');
    await screen.shows('.script-card__step--do', '工单');
    await command('KeyO');
    await screen.appears('.order-form');
    await command('KeyO');
    await screen.shows(TITLE, '结束语');
    await screen.shows('.script-card__step--do', '顾客先挂机');
    await call.hangUp();
    await screen.appears('.wrap-up-foot');
    await command('KeyK');
    await isReady(10);
  });

  test('a silent caller: 2 presses, answer and hang up', async () => {
    const { screen } = here();
    const call = await answered(5.4, NOBODY);
    await screen.shows(TITLE, '无声电话');
    await screen.shows('.script-card__step--do', '挂', 60_000);
    await command('KeyG');
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    await isReady(2);
  });

  test('a call-back: at most 7 presses', async () => {
    const { screen, workstation, agentSays } = here();
    const { keyboard } = workstation.panel;
    await screen.presses('.tab-bar__tab:nth-of-type(4)');
    await screen.presses('.call-backs > .button');
    await screen.presses('.time-choice__offered .button');
    for (const [field, text] of [
      ['number', CALLEE],
      ['surname', '王'],
      ['matter', '冰箱不制冷'],
    ] as const) {
      await screen.focuses(`input[name="${field}"]`);
      await keyboard.type(text);
    }
    await screen.presses('.plan-form .button--main');
    await agentSays(sentences(2));
    presses = 0;
    const ringing = workstation.exchange.waitForCallTo(CALLEE);
    await click('.call-back-item__matter .button');
    const call = await ringing;
    await call.until('answered');
    await screen.shows(TITLE, '回访');
    for (let answers = 0; answers < 3; answers += 1) {
      await screen.appears(BRANCH);
      await digit('1');
      await screen.gone(BRANCH);
    }
    await call.hangUp();
    await screen.shows('.outcome-form__outcomes [aria-pressed="true"]', '满意');
    await click('.outcome-form > .button');
    await screen.gone('.outcome-form');
    await command('KeyK');
    await screen.presses('.tab-bar__tab:nth-of-type(1)');
    await isReady(7);
  });
}
