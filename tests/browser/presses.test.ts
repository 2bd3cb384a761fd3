import type { KeyInput } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { scenario } from '../../practice/scenario.ts';
import { type AgentVoice, agentVoice, type Said } from '../helpers/agent-voice.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { comesToRest } from '../helpers/answer-call.ts';
import { impatientExtension } from '../helpers/impatient-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

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

/** From ring to ready in the real panel with line listening; what is typed is not a press. */
describeWith(['chromium'], 'the presses that a call takes', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let voice: AgentVoice;
  let presses = 0;
  const zone = process.env['TZ'];
  const leaves: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const extension = await impatientExtension({ silenceSeconds: 2, noiseSeconds: 2, quietSeconds: 2 });
    // Outside the rest hours, for the call-back.
    process.env['TZ'] = zoneWhereItIsTen();
    voice = await agentVoice([{ audio: null, seconds: 60 }]);
    leaves.push(extension.remove, voice.remove);
    workstation = await openAgentWorkstation({ extension: extension.path, voice: voice.path });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    await Promise.all(leaves.map((leave) => leave()));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  afterEach(() => comesToRest(workstation, screen));

  async function command(code: KeyInput): Promise<void> {
    presses += 1;
    const { keyboard } = workstation.panel;
    for (const key of ['Alt', 'Shift'] as const) await keyboard.down(key);
    await keyboard.press(code);
    for (const key of ['Shift', 'Alt'] as const) await keyboard.up(key);
  }
  async function digit(key: KeyInput): Promise<void> {
    presses += 1;
    await screen.leavesFields();
    await workstation.panel.keyboard.press(key);
  }
  async function click(selector: string): Promise<void> {
    presses += 1;
    await screen.presses(selector);
  }
  async function find(keys: string, title: string): Promise<void> {
    presses += 1;
    await screen.finds(keys, title);
  }
  /** The surname and the matter are typed, the title is a press. */
  async function name(): Promise<void> {
    await screen.writes('冰箱不制冷');
    await screen.focuses('input[name="surname"]');
    await workstation.panel.keyboard.type('王');
    await click('.title-toggle ::-p-text(女士)');
  }
  async function answered(pause: number, caller = CALLER): Promise<PracticeCall> {
    presses = 0;
    await voice.says(sentences(pause));
    const call = workstation.exchange.ring(caller, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await command('KeyJ');
    await call.until('answered');
    return call;
  }
  async function isReady(most: number): Promise<void> {
    await screen.shows('.idle-view', '今天的电话');
    expect(presses).toBeLessThanOrEqual(most);
  }

  test('a query that is answered: at most 5 presses', async () => {
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
    const call = await answered(5.4, NOBODY);
    await screen.shows(TITLE, '无声电话');
    await screen.shows('.script-card__step--do', '挂', 60_000);
    await command('KeyG');
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    await isReady(2);
  });

  test('a call-back: at most 7 presses', async () => {
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
    await voice.says(sentences(2));
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
});
