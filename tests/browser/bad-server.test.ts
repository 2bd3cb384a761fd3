import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptsSchema } from '../../contract/release/release-messages.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { greetingWith } from '../helpers/greeting-pack.ts';
import { joinTeam } from '../helpers/join-team.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { openReleaseSigner, type ReleaseSigner } from '../helpers/release-signer.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { type FaultProxy, type Forgery, faultProxy } from '../helpers/server/fault-proxy.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';
import { extensionThatReaches, hurryPhoneHost } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { trustedSigner } from '../helpers/trusted-signer.ts';
import { until } from '../helpers/until.ts';

const isStream = (path: string) => path.startsWith('/v1/events');

describeWith(['chromium'], 'an agent who has no stream, and a server that is not to be trusted', () => {
  let server: TeamServer;
  let proxy: FaultProxy;
  let extension: string;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let lead: ReleaseSigner;
  let team: string;
  const published: string[] = [];

  async function publish(version: string): Promise<void> {
    const change = { sequence: published.length + 1, message: `第 ${version} 版` };
    const document = textOf(await lead.sign(greetingWith(`您好，第 ${version} 版。`, version), change));
    await server.ask('POST', '/v1/teams/:team/releases', { document });
    published.push(document);
  }

  /** The server says that this is the release to have. */
  async function forge(document: string, sequence: number): Promise<void> {
    const digest = await digestOf(document);
    const list = JSON.stringify({ releases: [{ sequence, digest }] });
    const answers: Readonly<Record<string, Forgery>> = {
      '/v1/releases': { type: 'application/json', body: list },
      [`/v1/teams/${team}/releases/${sequence}`]: { type: 'text/plain', body: document },
    };
    proxy.meddle((path) => (isStream(path) ? 'cut' : (answers[path] ?? null)));
  }

  async function refuses(says: string, reason: string): Promise<void> {
    await screen.shows('.pack-notice--refused', says);
    await screen.shows('.pack-notice--refused', '继续用 8.1.0');
    await until('the lead is told', async () => {
      const { receipts } = v.parse(receiptsSchema, await server.ask('GET', '/v1/teams/:team/receipts'));
      return receipts.some(({ receipt }) => receipt.status === 'refused' && receipt.reason === reason);
    });
    await screen.presses('.pack-notice--refused .button');
    await screen.gone('.pack-notice--refused');
  }

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    proxy = await faultProxy(server.url);
    proxy.meddle((path) => (isStream(path) ? 'cut' : null));
    lead = await trustedSigner(server);
    team = lead.trust.team;
    extension = await extensionThatReaches('http://127.0.0.1');
    await hurryPhoneHost(extension);
    workstation = await openAgentWorkstation({ extension });
    screen = panelScreen(workstation.panel);
    const options = await workstation.chromium.openPage('options.html');
    const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
    await joinTeam(options, proxy.origin, code);
    await options.close();
    await screen.shows('.sync-mark', '已同步');
  }, 120_000);
  afterAll(async () => {
    await workstation?.close();
    await proxy?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  test('asks by itself: releases and what the team wrote arrive, and a list that is known is not sent again', async () => {
    await publish('8.0.0');
    await screen.shows('.pack-notice__message', '第 8.0.0 版');
    await publish('8.1.0');
    await screen.shows('.pack-notice__message', '第 8.1.0 版');
    await screen.presses('.pack-notice .button');
    const event = orderOpened('0001', Date.now(), crypto.randomUUID(), '13900005678');
    await server.ask('POST', '/v1/sync/push', { items: [{ type: 'team', event }] });
    await screen.presses('.tab-bar__tab:nth-child(3)');
    await screen.shows('.orders__filter', '全部 1');
    await screen.presses('.tab-bar__tab:nth-child(1)');
    await until('a list is not sent again', () =>
      proxy.carried.some(({ path, status }) => path === '/v1/releases' && status === 304),
    );
    expect(proxy.carried.some(({ path }) => isStream(path))).toBe(false);
  });

  test('refuses a pack that was changed on the way', async () => {
    const [, good = ''] = published;
    await forge(good.replaceAll('第 8.1.0 版', '第 9.9.9 版'), 3);
    await refuses('被改动过或不完整', 'tampered');
  });

  test('refuses an older one that is played again', async () => {
    const [older = ''] = published;
    await forge(older, 4);
    await refuses('旧话术包', 'older');
  });

  test('refuses one that another team’s lead signed', async () => {
    const foreign = await openReleaseSigner(team, Date.now());
    await forge(textOf(await foreign.sign(greetingWith('冒充的问候', '9.0.0'), { sequence: 5 })), 5);
    await refuses('不是本组组长签发', 'foreign');
  });

  test('goes on with the last good one, in calls and after a restart of the host', async () => {
    // The registration of the page that goes would pass for that of the next one.
    const gone = workstation.exchange.waitForUnregistration(AGENT.user);
    await (await workstation.chromium.offscreen()).reload();
    await gone;
    await workstation.exchange.waitForRegistration(AGENT.user);
    await screen.appears('.status-line--ready');
    await refuses('不是本组组长签发', 'foreign');
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card', '您好，第 8.1.0 版。');
    await call.hangUp();
    await screen.finishes();
    proxy.meddle((path) => (isStream(path) ? 'cut' : null));
    await publish('8.2.0');
    await screen.shows('.pack-notice__message', '第 8.2.0 版');
  });
});

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
