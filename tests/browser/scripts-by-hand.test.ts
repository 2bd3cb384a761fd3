import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { scenario } from '../../practice/scenario.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { answerCall, comesToRest } from '../helpers/answer-call.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

const STEP = '.script-card__step';
const TITLE = '.script-card__title';
const CURRENT = '[role="option"][aria-selected="true"]';

/** A colleague's extension that rings once, so that today's list has a number to call back. */
const EXTENSION = scenario({
  id: 'extension',
  title: 'Rings from a number that answers',
  caller: { number: '8001', displayName: null },
  onAnswer: [],
});

describeWith(['chromium'], 'scripts that the agent asks for', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation.close());

  afterEach(() => comesToRest(workstation, screen));

  const answer = () => answerCall(workstation, screen);

  /** Gives the panel a time zone where it is this hour now. */
  async function isLocally(hour: number): Promise<void> {
    const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
    await workstation.panel.emulateTimezone(`Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`);
  }

  test('the name entered in the note is on the script at once, and taken back it is gone', async () => {
    await answer();
    await screen.finds('xwqt', '询问其他需要');
    await screen.shows(STEP, /^说\s*请问还有什么/);
    await workstation.panel.click('input[name="surname"]');
    await workstation.panel.keyboard.type('欧阳');
    await screen.presses('.title-toggle ::-p-text(女士)');
    await screen.shows(STEP, '欧阳女士，请问还有什么');
    await screen.presses('.title-toggle ::-p-text(先生)');
    await screen.shows(STEP, '欧阳先生，请问还有什么');
  });

  test('the agent puts a script on a number key, and it is there when the panel opens again', async () => {
    await answer();
    await screen.types('ysgk');
    await screen.shows(CURRENT, '语速过快');
    await screen.presses('.script-palette__foot button');
    await screen.shows('.script-palette__foot', '九个数字键都满了');
    await workstation.panel.keyboard.press('Escape');

    await screen.types('9');
    await screen.shows(CURRENT, '结束语');
    await screen.presses('.script-palette__foot ::-p-text(取消)');
    await workstation.panel.keyboard.press('Backspace');
    await workstation.panel.keyboard.type('ysgk');
    await screen.shows(CURRENT, '语速过快');
    await screen.presses('.script-palette__foot button');
    await screen.shows(`${CURRENT} kbd`, '9');

    await workstation.chromium.closePanel();
    const panel = await workstation.chromium.openPanel();
    workstation = { ...workstation, panel };
    screen = panelScreen(panel);
    await screen.shows(STEP, '示例热线');
    await screen.finds('9', '语速过快');
    await screen.presses('.script-card__run button:last-of-type');
    await pressPin();
    await screen.shows(TITLE, '语速过快');
  });

  test('the palette knows the directory: a number to tell a caller who dialled the wrong one', async () => {
    await screen.types('wx');
    await screen.shows('.palette-places', /维修服务部.*8200/);
    await workstation.panel.keyboard.press('Escape');
  });

  test('a call-back waits for the end of the rest hours, and offers its script when it is answered', async () => {
    const rung = workstation.exchange.ring(EXTENSION, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await rung.cancel();
    await screen.shows('.today-list', '未接');

    await isLocally(22);
    await screen.presses('.today-list li:first-child button');
    await screen.shows('.panel__refusal', '休息时间');
    await isLocally(10);
    await screen.presses('.today-list li:first-child button');
    await screen.shows('.suggestion-chips', '回访');
    await screen.presses('.suggestion-chips .button--main');
    await screen.shows(STEP, /您好，我是示例热线.*0283/);
    await screen.presses('.script-advance .button--main');
    await screen.presses('.script-advance .button--main');
    await screen.presses('.script-advance--branch button:first-of-type');
    await screen.shows(STEP, '打扰');
    await screen.presses('.script-advance .button--main');
    await screen.presses('.script-advance--branch button:first-of-type');
    await screen.shows(STEP, '满意吗');
    await screen.presses('.script-advance .button--main');
    await screen.presses('.script-advance--branch button:last-of-type');
    await screen.shows(STEP, '改进');
    await screen.hangsUp();
  });

  async function pressPin(): Promise<void> {
    await workstation.panel.keyboard.down('Alt');
    await workstation.panel.keyboard.down('Shift');
    await workstation.panel.keyboard.press('Digit9');
    await workstation.panel.keyboard.up('Shift');
    await workstation.panel.keyboard.up('Alt');
  }
});
