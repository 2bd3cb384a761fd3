import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { openTeamAgent, openTeamPanel, setOffline, type TeamPanel } from '../helpers/team-panel.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';

const MATTER = '门店三次改约都没来人';

/** Handbook §4.4: one order through every stage, each moved by its owner in an own browser. */
describeWith(['chromium'], 'an early warning, in the browsers of its owners', () => {
  let server: TeamServer;
  let extension: string;
  let agent: TeamPanel;
  let supervisor: TeamPanel;
  let store: TeamPanel;
  let manager: TeamPanel;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    extension = await extensionThatReaches('http://127.0.0.1');
    const open = (number: string, name: string, more: { role?: 'supervisor'; workOrderRole?: string }) =>
      openTeamPanel(server, { number, name, role: 'agent', ...more }, { extension });
    // One after the other: starting is the heavy part.
    agent = await openTeamAgent(server, { number: '0283', name: '小林', role: 'agent' }, { extension });
    supervisor = await open('0100', '热线主管', { role: 'supervisor' });
    store = await open('7001', '门店服务台', { workOrderRole: 'service-desk' });
    manager = await open('7002', '店长', { workOrderRole: 'store-manager' });
  }, 180_000);
  afterAll(async () => {
    for (const member of [agent, supervisor, store, manager]) await member?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  const openOrders = ({ screen }: TeamPanel) => screen.presses('.tab-bar__tab:nth-child(3)');

  /** Opens the order from the owner's list. */
  async function opensStage(owner: TeamPanel, stage: string): Promise<void> {
    await openOrders(owner);
    await owner.screen.shows('.orders__filter [aria-pressed="true"]', '我的 1');
    // Beside its name the list has the owner, or the clock that runs out next.
    await owner.screen.shows('.order-item', stage.replace(/ · .*$/, ''));
    await owner.screen.presses('.order-item');
    await owner.screen.shows('.order-page__stage', stage);
    expect(await owner.screen.text('.order-act')).not.toContain('代为记录');
  }

  async function moves({ screen, panel }: TeamPanel, way: string, remarks = ''): Promise<void> {
    await screen.presses(`.order-act__ways ::-p-text(${way})`);
    await screen.appears('.order-act__form textarea');
    if (remarks !== '') await panel.type('.order-act__form textarea', remarks);
    await screen.presses('.order-act__form .button--main');
  }

  test('the agent takes a service complaint up, and hands the form in', async () => {
    const { screen, panel } = agent;
    await openOrders(agent);
    await screen.presses('.orders__head .button');
    await screen.presses('.order-form ::-p-text(服务投诉)');
    await panel.type('input[name="order-number"]', '13900005678');
    await panel.type('textarea[name="matter"]', MATTER);
    await screen.presses('.order-form__foot .button--main');
    await screen.presses('.order-act__ways ::-p-text(升级为投诉预警)');
    await screen.shows('.order-form', '上报：服务投诉');
    await screen.presses('.order-form__foot .button--main');
    await screen.shows('.order-page__stage', '填写预警单 · 坐席');
    await moves(agent, '提交预警单');
    await screen.shows('.order-act', '现在归热线主管，由对方办理');
    // Others may talk to the caller and comment, but not pass the order on or close it.
    expect(await screen.text('.order-act__ways')).not.toMatch(/交门店服务台|退回|结案|办结|关闭/);
  });

  test('the supervisor returns it with remarks, the agent completes it, the supervisor passes it', async () => {
    await opensStage(supervisor, '主管审核 · 热线主管');
    await moves(supervisor, '退回到填写预警单', '请补上门店名称');
    await agent.screen.shows('.order-page__stage', '填写预警单 · 坐席');
    await agent.screen.shows('.order-history', '请补上门店名称');
    await moves(agent, '提交预警单', '城西店');
    await supervisor.screen.shows('.order-page__stage', '主管审核 · 热线主管');
    await moves(supervisor, '通过，交门店服务台');
  });

  test('the store handles it offline; nobody else sees that before it is back', async () => {
    await opensStage(store, '门店服务台处理 · 门店服务台');
    await setOffline(store.chromium, true);
    await store.screen.shows('.sync-mark', '离线');
    await moves(store, '请店长给意见', '店里定不了');
    await store.screen.shows('.order-page__stage', '店长给意见 · 店长');
    await supervisor.screen.shows('.order-page__stage', '门店服务台处理');
    await openOrders(manager);
    await manager.screen.shows('.orders__filter', '我的 0');
    await setOffline(store.chromium, false);
    await manager.screen.shows('.order-item', '店长给意见', 30_000);
    await store.screen.shows('.sync-mark', '已同步');
  });

  test('the manager passes it on to the division, for which the supervisor records', async () => {
    await opensStage(manager, '店长给意见 · 店长');
    await moves(manager, '定不下来，报事业部');
    await supervisor.screen.shows('.order-page__stage', '事业部决定');
    await supervisor.screen.shows('.order-act', '现在归事业部副总、总经理，您代为记录');
    await moves(supervisor, '已决定，去回复顾客', '同意退款');
    await supervisor.screen.shows('.order-page__stage', '主管再次回复顾客 · 热线主管');
    await moves(supervisor, '请店长给意见');
  });

  test('guidance given and fed back by the manager, the supervisor talks to the caller again', async () => {
    await manager.screen.shows('.order-page__stage', '店长给意见 · 店长');
    await moves(manager, '已给意见', '上门道歉');
    await manager.screen.shows('.order-page__stage', '意见反馈 · 店长');
    await moves(manager, '已反馈，去回复顾客');
    await supervisor.screen.shows('.order-page__stage', '主管再次回复顾客 · 热线主管');
    await moves(supervisor, '仍不满意，每天预警');
    await supervisor.screen.shows('.order-page__stage', '每天再预警、再处理 · 热线主管');
  });

  test('closed as not satisfied, with the reason and reported to the chairman, and every browser tells the same story', async () => {
    const { screen, panel } = supervisor;
    await screen.presses('.order-act__ways ::-p-text(办结)');
    await screen.presses('.order-act__form ::-p-text(顾客不满意)');
    await panel.type('.order-act__form textarea', '只要求赔偿');
    await screen.presses('input[name="report-chairman"]');
    await screen.presses('.order-act__form .button--main');
    const story = [
      ['0100', '办结：顾客不满意'],
      ['0100', '转到“每天再预警、再处理”'],
      ['7002', '转到“主管再次回复顾客”'],
      ['7002', '转到“意见反馈”'],
      ['0100', '转到“店长给意见”'],
      ['0100', '代事业部副总、总经理转到“主管再次回复顾客”'],
      ['7002', '转到“事业部决定”'],
      ['7001', '转到“店长给意见”'],
      ['0100', '转到“门店服务台处理”'],
      ['0283', '转到“主管审核”'],
      ['0100', '退回'],
      ['0283', '转到“主管审核”'],
      ['0283', '开单'],
    ];
    const expected = new RegExp(story.map(([by, what]) => `${by} ${what}`).join('.*'));
    for (const owner of [supervisor, agent, manager, store]) {
      await owner.screen.shows('.order-page__head', '顾客不满意');
      await owner.screen.shows('.order-history', expected);
    }
  });
});
