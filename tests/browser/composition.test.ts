import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

/** Modifiers of Input.dispatchKeyEvent. */
const ALT_SHIFT = 1 | 8;

describeWith(['chromium'], 'while a Chinese input method composes, every key is its own', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let cdp: CDPSession;
  let call: PracticeCall;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
    cdp = await workstation.panel.createCDPSession();
    call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
  });
  afterAll(async () => await workstation?.close());

  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  /** A key as an input method reports it: code 229 during a composition. */
  async function pressesWithin(code: string, key: string, modifiers = 0): Promise<void> {
    const press = { code, key, modifiers, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }

  /** Every kind of key that has a meaning outside a composition. */
  async function pressesEverything(): Promise<void> {
    await pressesWithin('Enter', 'Enter');
    await pressesWithin('Space', ' ');
    for (const digit of '123456789') await pressesWithin(`Digit${digit}`, digit);
    for (const letter of 'JGDMKLFHR') await pressesWithin(`Key${letter}`, letter, ALT_SHIFT);
    for (const digit of '19') await pressesWithin(`Digit${digit}`, digit, ALT_SHIFT);
    await pressesWithin('Slash', '/');
    await pressesWithin('Slash', '?', 8);
    await pressesWithin('Escape', 'Escape');
  }

  /** What a key could have changed: call state, step, overlay. */
  const shown = () =>
    workstation.panel.evaluate(() => ({
      actions: [...document.querySelectorAll('.ring-actions button, .call-controls button')].map(
        (button) => `${button.className} ${button.getAttribute('aria-pressed')}`,
      ),
      step: document.querySelector('.script-card__step')?.textContent,
      overlay: document.querySelector('[role="dialog"]')?.className ?? null,
    }));

  test('at the ring nothing is answered or refused, and the text lands in the note', async () => {
    await screen.focuses('textarea');
    await compose('dingdan');
    const before = await shown();
    await pressesEverything();
    expect(await shown()).toEqual(before);
    await cdp.send('Input.insertText', { text: '订单' });
    expect(await screen.note()).toBe('订单');
    expect(call.timeline().map(({ type }) => type)).not.toContain('answered');
  });

  test('in the call nothing is stepped, muted, held or ended', async () => {
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card__step', '示例热线');
    await screen.focuses('textarea');
    await compose('jindu');
    const before = await shown();
    await pressesEverything();
    expect(await shown()).toEqual(before);
    await cdp.send('Input.insertText', { text: '进度' });
    expect(await screen.note()).toBe('订单进度');
    await screen.waitUntilSaved();
  });

  test('in the palette Enter belongs to the composition, and takes a script only after it', async () => {
    await screen.leavesFields();
    await workstation.panel.keyboard.press('/');
    await workstation.panel.waitForSelector('.script-palette__query');
    await compose('zayin');
    await pressesWithin('Enter', 'Enter');
    await pressesWithin('ArrowDown', 'ArrowDown');
    expect((await shown()).overlay).not.toBeNull();
    await cdp.send('Input.insertText', { text: '杂音' });
    await screen.shows('.script-palette__choice--current', '杂音');
    await workstation.panel.keyboard.press('Enter');
    await screen.shows('.script-card__title', '杂音');
  });

  test('the same keys outside of a composition do what they say', async () => {
    await screen.focuses('textarea');
    await workstation.panel.keyboard.down('Alt');
    await workstation.panel.keyboard.down('Shift');
    await workstation.panel.keyboard.press('KeyM');
    await workstation.panel.keyboard.up('Shift');
    await workstation.panel.keyboard.up('Alt');
    await screen.shows('.script-card__title', '稍候');
  });

  test('the surname is taken when the composition ends', async () => {
    await screen.focuses('[name="surname"]');
    await compose('wang');
    expect(await screen.text('.call-card')).not.toContain('wang');
    await cdp.send('Input.insertText', { text: '王' });
    await screen.shows('.call-card__address', '王');
  });

  test('the caller hangs up in the middle of a composition: it goes on in the same field', async () => {
    await screen.focuses('textarea');
    await workstation.panel.keyboard.press('End');
    await compose('zaijian');
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await cdp.send('Input.insertText', { text: '再见' });
    expect(await screen.note()).toBe('订单进度再见');
    await screen.waitUntilSaved();
  });

  test('a ring in the wrap-up takes neither composition nor focus nor text', async () => {
    await screen.focuses('textarea');
    await workstation.panel.keyboard.press('End');
    await compose('tuikuan');
    const next = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-strip .ring-dial__count', '第 1 声');
    await pressesEverything();
    expect(next.timeline().map(({ type }) => type)).not.toContain('answered');
    expect(await workstation.panel.evaluate(() => document.activeElement?.id)).toBe('note-text');
    await cdp.send('Input.insertText', { text: '退款' });
    await workstation.panel.keyboard.type('ok');
    expect(await screen.note()).toBe('订单进度再见退款ok');
    expect(await screen.isThere('[role="dialog"]')).toBe(false);
    await screen.answers();
    await next.until('answered');
    await screen.shows('.unfinished-wrap-ups', '王');
    expect(await screen.note()).toBe('');
    await next.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await screen.presses('.wrap-up-foot .button--main');
    await workstation.panel.waitForFunction(
      () => document.querySelector('textarea')?.value === '订单进度再见退款ok',
    );
  });
});
