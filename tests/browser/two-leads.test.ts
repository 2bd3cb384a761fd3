import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSPHRASE } from '../helpers/agent-workstation.ts';
import { axeFindings } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../helpers/lead-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { fillIn, makeVault } from '../helpers/set-up-agent.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

const SILENT = '#/scripts/situations/silent-caller';

describeWith(['chromium'], 'one draft at the desks of two leads, each in a browser of their own', () => {
  let server: TeamServer;
  let extension: string;
  let chen: LeadWorkstation;
  let zhou: LeadWorkstation;
  let lin: ExtensionChromium;
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
    await lin?.close();
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
  const has = async (workstation: LeadWorkstation, place: string, wanted: string) => {
    try {
      await until(`${place} is ${wanted}`, async () => (await value(workstation, place)) === wanted, 30_000);
    } catch (cause) {
      const bars = await Promise.all([chen, zhou].map(({ page }) => panelScreen(page).text('.draft-bar')));
      throw new Error(`Their drafts say: ${bars.join(' / ')}`, { cause });
    }
  };
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

  test('an enrolment link says what to do where a browser opens it, and enrols without a comparison', async () => {
    await server.codeFor({ number: '0903', name: '林涛', role: 'lead' });
    await chen.page.bringToFront();
    await chen.goTo('#/members');
    const members = panelScreen(chen.page);
    await members.presses('::-p-xpath(//tr[contains(., "林涛")]//button[contains(., "加入码")])');
    await members.shows('.team-page__link', '#');
    const link = await members.text('.team-page__link code');
    lin = await launchChromium({ extension });
    const options = await lin.openPage('options.html');
    await makeVault(options, PASSPHRASE);
    const joinPage = await lin.browser.newPage();
    await joinPage.goto(link);
    expect(await joinPage.$eval('input', ({ value }) => value)).toBe(link);
    expect(await axeFindings(joinPage)).toEqual([]);
    await joinPage.click('button');
    await joinPage.waitForSelector('.copied .done');
    await joinPage.close();
    await options.bringToFront();
    const sent: string[] = [];
    options.on('request', (request) => {
      sent.push([request.url(), request.postData(), ...Object.values(request.headers())].join(' '));
    });
    await fillIn(options, 'enrolmentCode', link);
    await options.keyboard.press('Enter');
    await panelScreen(options).shows('.team-part__root', '签名人已核对');
    expect(await options.$('.team-part__compare')).toBe(null);
    const secret = link.split('/').at(-1) ?? '';
    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(sent.filter((one) => one.includes('/v1/enrol'))).not.toEqual([]);
    expect(sent.filter((one) => one.includes(secret))).toEqual([]);
    expect(await axeFindings(options)).toEqual([]);
    await options.close();
  });

  test('the first lead lets another key in and hands the root over; the new root retires the old key', async () => {
    const other = await lin.openPage('lead.html#/publish');
    const [first, second] = [panelScreen(chen.page), panelScreen(other)];
    await second.shows('.signers__own', /\S/);
    const fingerprint = await second.text('.signers__own');
    await chen.page.bringToFront();
    await chen.goTo('#/publish');
    await first.shows('.signers', `0903 ${fingerprint}`);
    await first.pressesText('.signers button', '放行');
    await first.pressesText('.signers button', '移交管理');
    await first.shows('.confirm', '以后由 0903 放行和停用钥匙');
    await first.presses('.confirm__sure');
    await first.shows('.signers', /0903 \S+ （管理钥匙）/);
    await other.bringToFront();
    await other.reload();
    await second.shows('.signers', /0903 \S+ （管理钥匙）/);
    await second.pressesText('.signers button', '停用');
    await second.shows('.confirm', '0901 的钥匙从此不能再签发话术');
    await second.presses('.confirm__sure');
    await second.shows('.signers', /0901 \S+ 已停用/);
    expect(await axeFindings(other)).toEqual([]);
  });
});
