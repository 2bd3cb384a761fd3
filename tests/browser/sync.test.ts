import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pullAnswerSchema } from '../../contract/api/sync/pull.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { joinTeam } from '../helpers/join-team.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import type { ReleaseSigner } from '../helpers/release-signer.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { trustedSigner } from '../helpers/trusted-signer.ts';
import { until } from '../helpers/until.ts';
import { packRelease } from './pack-release.ts';

describeWith(['chromium'], 'an agent who joined a team', () => {
  let server: TeamServer;
  let extension: string;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let signer: ReleaseSigner;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    signer = await trustedSigner(server);
    extension = await extensionThatReaches('http://127.0.0.1');
    workstation = await openAgentWorkstation({ extension });
    screen = panelScreen(workstation.panel);
  }, 120_000);
  afterAll(async () => {
    await workstation?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  test('joins with the lead’s code, and the panel says that all is synced', async () => {
    const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
    const options = await workstation.chromium.openPage('options.html');
    await joinTeam(options, server.url, code);
    expect(await options.$eval('.team-part', (part) => part.textContent)).toContain('0283');
    await options.close();
    await screen.shows('.sync-mark', '已同步');
  });

  test('writes a note in a call while the server is dead, sees that it waits, and it arrives when the server is back', async () => {
    await server.kill();
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.writes('冰箱三天不制冷');
    await screen.waitUntilSaved();
    await screen.shows('.sync-mark', '离线');
    await call.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
    await server.start();
    await workstation.panel.click('.sync-mark');
    await screen.presses('.sync-sheet .button--main');
    await screen.shows('.sync-sheet__state', '已同步');
    await until('the lead sees the note', async () => {
      const notes = JSON.stringify(
        await server.ask('GET', `/v1/teams/:team/notes?from=0&to=${Date.now() + 60_000}`),
      );
      return notes.includes('冰箱三天不制冷');
    });
    const pulled = v.parse(pullAnswerSchema, await server.ask('GET', '/v1/sync/pull'));
    expect(JSON.stringify(pulled.items)).not.toContain('冰箱三天不制冷');
  });

  test('is told when the device was revoked, keeps what it owes, and sends it once enrolled again', async () => {
    const { devices } = v.parse(
      v.object({ devices: v.array(v.object({ id: v.string(), label: v.string() })) }),
      await server.ask('GET', '/v1/teams/:team/devices'),
    );
    const revoked = devices.find(({ label }) => label.startsWith('Chrome'))?.id ?? '';
    await server.ask('DELETE', `/v1/teams/:team/devices/${revoked}`);
    await screen.presses('.sheet__head .button');
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.writes('洗衣机不排水');
    await screen.waitUntilSaved();
    await call.hangUp();
    await screen.finishes();
    await screen.shows('.sync-mark', '同步停了');
    await workstation.panel.click('.sync-mark');
    await screen.shows('.sync-sheet', '这台设备的登记已失效');
    const opened = workstation.chromium.browser.waitForTarget((target) =>
      target.url().includes('options.html'),
    );
    await screen.presses('.sync-sheet ::-p-text(重新登记)');
    const options = await (await opened).asPage();
    await panelScreen(options).shows('.team-part__problem', '这台设备的登记已失效');
    await joinTeam(options, server.url, await server.codeAgain('0283'));
    await screen.shows('.sync-sheet__state', '已同步');
    await until('the lead sees the note', async () => {
      const notes = await server.ask('GET', `/v1/teams/:team/notes?from=0&to=${Date.now() + 60_000}`);
      return JSON.stringify(notes).includes('洗衣机不排水');
    });
    await screen.presses('.sheet__head .button');
    await options.close();
  });

  packRelease({
    server: () => server,
    workstation: () => workstation,
    screen: () => screen,
    signer: () => signer,
  });
});
