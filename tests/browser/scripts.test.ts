import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Scenario } from '../../practice/scenario.ts';
import { abusiveCaller } from '../../practice/scenarios/abusive-caller.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { silentCaller } from '../../practice/scenarios/silent-caller.ts';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { answerCall, comesToRest } from '../helpers/answer-call.ts';
import { impatientExtension } from '../helpers/impatient-extension.ts';
import { stepsOf, waitsOf, watchJournal } from '../helpers/journal-watch.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

const STEP = '.script-card__step';
const TITLE = '.script-card__title';
const NEXT = '.script-advance .button--main';
/** The shipped scripts wait longer; tests/stories check their figures. */
const WAIT_SECONDS = 3;

describeWith(['chromium'], 'scripts on a live call', () => {
  let extension: Awaited<ReturnType<typeof impatientExtension>>;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const zone = process.env['TZ'];

  beforeAll(async () => {
    // While a supervisor is on duty.
    process.env['TZ'] = zoneWhereItIsTen();
    // The line analyser runs: a microphone that is never silent would keep every caller talking.
    extension = await impatientExtension({ 'wait.seconds': WAIT_SECONDS });
    workstation = await openAgentWorkstation({
      extension: extension.path,
      voice: 'tests/helpers/silence.wav',
    });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    await extension?.remove();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  afterEach(() => comesToRest(workstation, screen));

  const answer = (scenario: Scenario) => answerCall(workstation, screen, scenario);

  test('silent caller: every wait is kept, and only then one press ends the call', async () => {
    const journal = await watchJournal(workstation.panel);
    const call = await answer(silentCaller);
    await screen.finds('wsdh', '无声电话');
    await screen.shows(STEP, '请问有什么可以帮您');
    await screen.presses(NEXT);
    await screen.shows('.hang-up-button', '长按挂断');
    await screen.shows(STEP, '能听到我说话吗');
    await screen.presses(NEXT);
    await screen.shows(STEP, /已经接通.*换一部电话/);
    await screen.presses(NEXT);
    await screen.shows(STEP, '轻轻挂机');
    await screen.presses('.hang-up-button:not(.hang-up-button--guarded)');
    const { end } = await call.until('ended');
    expect(end).toEqual({ how: 'hung-up', by: 'agent' });
    const events = await journal();
    expect(stepsOf(events)).toEqual([
      'silent-caller/greet-again done',
      'silent-caller/greet-again waited',
      'silent-caller/greet-once-more done',
      'silent-caller/greet-once-more waited',
      'silent-caller/say-connected done',
      'silent-caller/say-connected waited',
    ]);
    expect(events.map(({ type }) => type)).not.toContain('hang-up-forced');
    for (const wait of waitsOf(events)) expect(wait).toBeGreaterThanOrEqual(WAIT_SECONDS * 1000);
  });

  test('an answer in the middle stops the sequence; a skipped step is on record as skipped', async () => {
    const journal = await watchJournal(workstation.panel);
    await answer(silentCaller);
    await screen.finds('wsdh', '无声电话');
    await screen.presses('.script-advance ::-p-text(跳过)');
    await screen.shows(STEP, '能听到我说话吗');
    await screen.presses(NEXT);
    await screen.presses('.script-advance ::-p-text(顾客应答了)');
    await screen.gone(TITLE);
    expect(stepsOf(await journal())).toEqual([
      'silent-caller/greet-again skipped',
      'silent-caller/greet-once-more done',
      'silent-caller/greet-once-more interrupted',
    ]);
  });

  test('hold asks the caller first, and coming back thanks for waiting by itself', async () => {
    const call = await answer(neverHangsUp);
    await screen.presses('.call-controls ::-p-text(保持)');
    await screen.shows(TITLE, '请客户稍候');
    await screen.presses(NEXT);
    await screen.presses('.script-advance--branch button:first-of-type');
    await screen.shows(STEP, '不要挂机');
    await screen.presses(NEXT);
    await screen.presses('.call-controls ::-p-text(保持)');
    await call.until('held');
    await screen.shows('.call-state-row', /保持中 0:0[2-9]/);
    await screen.presses('.call-controls ::-p-text(取回)');
    await call.until('resumed');
    await screen.shows(TITLE, '取回通话');
  });

  test('abuse that cannot be handled is handed to the supervisor', async () => {
    const call = await answer(abusiveCaller);
    await screen.finds('qxjl', '情绪激烈');
    for (const said of ['保持冷静', '我向您道歉', '尽力帮您处理', '降温技巧卡']) {
      await screen.shows(STEP, said);
      await screen.presses(NEXT);
    }
    await screen.presses('.script-advance--branch button:last-of-type');
    await screen.shows(STEP, '我请主管来');
    await screen.presses(NEXT);
    await screen.shows(STEP, '立即报告现场主管');
    await screen.presses('.call-controls ::-p-text(转接)');
    await screen.shows('.transfer-form__list li:first-child', '值班现场主管');
    await screen.presses('.transfer-form__list li:first-child button');
    const asked = await call.until('transfer-asked');
    expect(asked).toMatchObject({ target: '8001', kind: 'blind' });
    await screen.shows('.wrap-up-panel', '已转接');
  });

  test('after the goodbye a caller who stays on brings the closing script, and the guard lets go at its end', async () => {
    const call = await answer(neverHangsUp);
    await screen.finds('jsy', '结束语');
    await screen.presses(NEXT);
    await screen.shows(STEP, '等顾客先挂机');
    await screen.shows('.hang-up-button', '请顾客先挂');
    // Counted from the caller's own goodbye, as the line analyser hears it.
    await screen.shows('.suggestion-chips', '通话完毕未挂机', 20_000);
    await screen.presses('.suggestion-chips .button--main');
    await screen.shows(STEP, '还有什么');
    await screen.presses(NEXT);
    await screen.presses('.script-advance--branch button:first-of-type');
    await screen.shows(STEP, '我就先挂机了');
    await screen.presses(NEXT);
    await screen.shows(STEP, '轻轻挂机');
    await screen.presses('.hang-up-button:not(.hang-up-button--guarded)');
    const { end } = await call.until('ended');
    expect(end).toEqual({ how: 'hung-up', by: 'agent' });
  });
});
