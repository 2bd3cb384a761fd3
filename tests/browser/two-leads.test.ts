import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../helpers/axe.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../helpers/lead-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

const SILENT = '#/scripts/situations/silent-caller';

describeWith(['chromium'], 'one draft at the desks of two leads, each in a browser of their own', () => {
  let server: TeamServer;
  let extension: string;
  let chen: LeadWorkstation;
  let zhou: LeadWorkstation;
  let first: string;
  let second: string;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    extension = await extensionThatReaches('http://127.0.0.1');
    chen = await openLeadWorkstation(server, { extension }, { number: '0901', name: '陈静', role: 'lead' });
    zhou = await openLeadWorkstation(server, { extension }, { number: '0902', name: '周岚', role: 'lead' });
    for (const { goTo } of [chen, zhou]) await goTo(SILENT);
    first = await chen.placeOf('steps.0.wait.seconds');
    second = await chen.placeOf('steps.1.wait.seconds');
    for (const workstation of [chen, zhou]) await says(workstation, '团队的组长都能看到');
  }, 180_000);
  afterAll(async () => {
    await chen?.close();
    await zhou?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  const says = (workstation: LeadWorkstation, text: string) =>
    workstation.page.waitForFunction(
      (what) => document.querySelector('.draft-bar')?.textContent?.includes(what),
      {},
      text,
    );
  const sent = (workstation: LeadWorkstation) =>
    workstation.page.waitForFunction(() =>
      /草稿已保存.*团队的组长都能看到/.test(document.querySelector('.draft-bar__state')?.textContent ?? ''),
    );
  const value = async (workstation: LeadWorkstation, place: string) => {
    const field = await workstation.page.waitForSelector(`[data-place="${place}"]`);
    return await field?.evaluate((element) => ('value' in element ? element.value : null));
  };
  const has = (workstation: LeadWorkstation, place: string, wanted: string) =>
    until(`${place} is ${wanted}`, async () => (await value(workstation, place)) === wanted);
  const presses = async (workstation: LeadWorkstation, words: string) => {
    await workstation.page.bringToFront();
    await workstation.page.click(`.draft-bar ::-p-text(${words})`);
  };

  test('what one writes is followed at the other desk, by name, and can be taken back there', async () => {
    await chen.writes(first, '7');
    await has(zhou, first, '7');
    await says(zhou, '0901 陈静');
    await zhou.page.bringToFront();
    await presses(zhou, '撤销');
    await has(chen, first, '5');
    await says(chen, '与正在使用的一致');
  });

  test('offline a change is kept here and said so; once connected both changes are in both', async () => {
    await zhou.page.setOfflineMode(true);
    await zhou.writes(second, '8');
    await says(zhou, '离线，先存在本机');
    await chen.writes(first, '6');
    await sent(chen);
    expect(await value(zhou, first)).toBe('5');
    await zhou.page.setOfflineMode(false);
    for (const workstation of [chen, zhou]) {
      await has(workstation, first, '6');
      await has(workstation, second, '8');
    }
  });

  test('of one place both are named and kept, over a reload, until one is chosen', async () => {
    await zhou.page.setOfflineMode(true);
    await zhou.writes(first, '9');
    await says(zhou, '离线，先存在本机');
    await chen.writes(first, '4');
    await sent(chen);
    await zhou.page.setOfflineMode(false);
    await says(zhou, '0901 陈静 在');
    expect(await value(zhou, first)).toBe('9');
    await zhou.page.reload();
    await says(zhou, '改了同一处');
    expect(await value(zhou, first)).toBe('9');
    await presses(zhou, '看看差别');
    await says(zhou, '6 秒 → 4 秒');
    await says(zhou, '6 秒 → 9 秒');
    expect(await axeFindings(zhou.page)).toEqual([]);
    expect(await value(chen, first)).toBe('4');
    await presses(zhou, '用我的');
    await has(chen, first, '9');
    await says(chen, '0902 周岚');
    await presses(zhou, '撤销');
    await has(chen, first, '4');
  });
});
