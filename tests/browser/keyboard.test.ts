import type { KeyInput } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

describeWith(['chromium'], 'the real panel by keyboard alone', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation?.close());

  async function commands(code: KeyInput, hold = async () => {}): Promise<void> {
    const { keyboard } = workstation.panel;
    await keyboard.down('Alt');
    await keyboard.down('Shift');
    await keyboard.down(code);
    await hold();
    await keyboard.up(code);
    await keyboard.up('Shift');
    await keyboard.up('Alt');
  }

  /**
   * Tabs through the whole page and returns the names of the stops; every stop must show its focus.
   */
  async function walk(): Promise<readonly string[]> {
    await screen.leavesFields();
    // Tab goes on from where the focus was last: here from the top of the page.
    await workstation.panel.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
    const reached: string[] = [];
    for (let stop = 0; stop < 60; stop += 1) {
      await workstation.panel.keyboard.press('Tab');
      const at = await workstation.panel.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const name =
          focused.getAttribute('aria-label') ?? focused.getAttribute('name') ?? focused.textContent;
        return { name: `${focused.localName} ${name?.trim()}`, outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (at === null) break;
      expect(at).toEqual({ name: at.name, outline: 'solid 2px' });
      if (at.name === reached[0]) break;
      reached.push(at.name);
    }
    return reached;
  }

  /** The page's interactive elements. */
  const offered = () =>
    workstation.panel.$$eval('button, input, textarea, select, summary, a[href]', (all) =>
      all
        .filter((one) => one.checkVisibility() && !one.hasAttribute('disabled'))
        .map((one) => {
          const name = one.getAttribute('aria-label') ?? one.getAttribute('name') ?? one.textContent;
          return `${one.localName} ${name?.trim()}`;
        }),
    );

  /** Once more if the panel changed meanwhile: suggestions come and go by themselves. */
  async function expectTabToReachAll(): Promise<void> {
    const before = (await offered()).toSorted();
    const reached = (await walk()).toSorted();
    const after = (await offered()).toSorted();
    if (JSON.stringify(before) !== JSON.stringify(after)) return await expectTabToReachAll();
    expect(reached).toEqual(before);
  }

  test('a whole call: answer, next step, mute, hold, a script by its initials, the keys, the end', async () => {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await expectTabToReachAll();
    await commands('KeyJ');
    await call.until('answered');

    await screen.shows('.script-card__step', '示例热线');
    await expectTabToReachAll();
    const greeting = await screen.text('.script-card__step');
    await commands('KeyK');
    await workstation.panel.waitForFunction(
      (before) => !document.querySelector('.script-card__step')?.textContent?.includes(before),
      {},
      greeting.slice(-10),
    );

    await commands('KeyM');
    await screen.shows('.script-card__title', '稍候');
    await commands('KeyM');
    await workstation.panel.waitForSelector('.call-controls__control[aria-pressed="true"]');
    await commands('KeyM');
    await workstation.panel.waitForSelector('.call-controls__control[aria-pressed="true"]', { hidden: true });
    await commands('KeyD');
    await screen.shows('.script-card__title', '请客户稍候');
    await commands('KeyD');
    await screen.shows('.call-controls', '取回');
    await call.until('held');
    await commands('KeyD');
    await call.until('resumed');

    await screen.leavesFields();
    await workstation.panel.keyboard.press('/');
    await workstation.panel.keyboard.type('zy');
    await screen.shows('.script-palette__choice--current', '杂音');
    await workstation.panel.keyboard.press('Enter');
    await screen.shows('.script-card__title', '杂音');

    await screen.leavesFields();
    await workstation.panel.keyboard.type('?');
    await screen.shows('.key-sheet', /接听 ?Alt ?Shift ?J/);
    await workstation.panel.keyboard.press('Escape');
    await screen.gone('.key-sheet');

    await commands('KeyR');
    await workstation.panel.keyboard.type('只用键盘');
    await screen.waitUntilSaved();
    await commands('KeyG', async () => {
      await screen.shows('.wrap-up-panel', '坐席挂断');
    });
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
  });

  test('wrap-up and idle are reached by Tab, and finished with Enter', async () => {
    await expectTabToReachAll();
    await workstation.panel.focus('.wrap-up-foot .button--main');
    await workstation.panel.keyboard.press('Enter');
    await screen.shows('.idle-view', '只用键盘');
    await expectTabToReachAll();
  });

  test('a call is rejected by key', async () => {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await commands('KeyG');
    expect((await call.until('ended')).end).toEqual({ how: 'rejected', sipStatus: 486 });
  });

  test('a command takes another letter in the options, and the panel follows at once', async () => {
    const options = await workstation.chromium.openPage('options.html');
    const form = panelScreen(options);
    await options.waitForSelector('select[name="key-hold"]');
    await options.select('select[name="key-hold"]', 'KeyJ');
    await form.shows('.key-form .field__problem', '和“接听”重了');
    expect(
      await options.$eval('form:has(.key-form) .button--main', (button) => button.matches(':disabled')),
    ).toBe(true);
    await options.select('select[name="key-answer"]', 'KeyY');
    await form.shows('.key-form .field__problem', '浏览器已用它来“接听”');
    await options.select('select[name="key-hold"]', 'KeyD');
    await form.gone('.key-form .field__problem');
    await options.click('form:has(.key-form) .button--main');
    await form.appears('form:has(.key-form) .form-foot__state--saved');
    await options.close();

    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-actions__answer', 'Y');
    await commands('KeyY');
    await call.until('answered');
  });
});
