import { afterEach, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';

describeWith(['chromium'], 'a store that the disk lost', () => {
  let workstation: AgentWorkstation;
  afterEach(async () => await workstation.close());

  test('is not taken for a new profile: panel and options say what happened', async () => {
    workstation = await openAgentWorkstation();
    const { chromium } = workstation;
    const options = await chromium.openPage('options.html');
    await chromium.closePanel();
    await chromium.worker.evaluate('chrome.offscreen.closeDocument()');
    await options.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
    await chromium.worker.evaluate('chrome.storage.session.clear()');
    const panel = panelScreen(await chromium.openPanel());
    await panel.shows('.set-up-card__lost', '记录库损坏或被清除');
    await options.reload();
    await panelScreen(options).shows('.options__lost', '记录库损坏或被清除');
  });
});
