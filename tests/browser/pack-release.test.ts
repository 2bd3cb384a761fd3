import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meSchema } from '../../contract/api/members/member.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { ReleaseBody } from '../../contract/release/release.ts';
import { receiptsSchema } from '../../contract/release/release-messages.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { greetingWith } from '../helpers/greeting-pack.ts';
import { joinTeam } from '../helpers/join-team.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { openReleaseSigner, type ReleaseSigner } from '../helpers/release-signer.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'a pack that a lead publishes', () => {
  let server: TeamServer;
  let extension: string;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let lead: ReleaseSigner;
  let sequence = 0;

  async function publish(pack: Pack, change: Partial<ReleaseBody> = {}): Promise<void> {
    sequence += 1;
    const bytes = await lead.sign(pack, { sequence, ...change });
    await server.ask('POST', '/v1/teams/:team/releases', { document: new TextDecoder().decode(bytes) });
  }

  async function receipts() {
    const { receipts: received } = v.parse(
      receiptsSchema,
      await server.ask('GET', '/v1/teams/:team/receipts'),
    );
    return received.map(({ agent, receipt }) => ({ agent, ...receipt }));
  }

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    const { team } = v.parse(meSchema, await server.ask('GET', '/v1/me'));
    lead = await openReleaseSigner(team.id, Date.now());
    const { root, signers } = lead.trust;
    const keys = { team: team.id, sequence: 1, issuedAt: Date.now(), root, signers: [...signers] };
    const document = new TextDecoder().decode(await signTeamKeys(keys, lead.root));
    await server.ask('POST', '/v1/teams/:team/team-keys', { document });
    extension = await extensionThatReaches('http://127.0.0.1');
    workstation = await openAgentWorkstation({ extension });
    screen = panelScreen(workstation.panel);
    const options = await workstation.chromium.openPage('options.html');
    const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
    await joinTeam(options, server.url, code);
    await options.close();
    await screen.shows('.sync-mark', '已同步');
  }, 120_000);
  afterAll(async () => {
    await workstation?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  test('reaches an idle agent at once, with a note that is read once and receipt back', async () => {
    const began = Date.now();
    await publish(greetingWith('您好，新的问候。', '8.0.0'), { message: '问候改短了' });
    await screen.shows('.pack-notice--changed', '8.0.0');
    console.info(`shown ${Date.now() - began} ms after it was sent to the server`);
    await screen.shows('.pack-notice__message', '问候改短了');
    await until('a receipt', async () =>
      (await receipts()).some((received) => received.agent === '0283' && received.status === 'in-use'),
    );
    await screen.presses('.pack-notice .button');
    await workstation.panel.waitForSelector('.pack-notice', { hidden: true });
    await until('the reading is receipt', async () =>
      (await receipts()).some((received) => received.status === 'in-use' && received.readAt !== null),
    );
  });

  test('does not change the script of a call, and is there for the next one', async () => {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card', '新的问候');
    await publish(greetingWith('您好，更新的问候。', '8.1.0'));
    await until('the agent’s browser has it and waits', async () =>
      (await receipts()).some((received) => received.sequence === 2 && received.status === 'waiting'),
    );
    await screen.shows('.script-card', '新的问候');
    await call.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
    await screen.shows('.pack-notice--changed', '8.1.0');
    await screen.presses('.pack-notice .button');
    const next = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await next.until('answered');
    await screen.shows('.script-card', '更新的问候');
    await next.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
  });

  test('stays in use while the server is away, also in a panel opened anew; what came meanwhile arrives with the server', async () => {
    await server.kill();
    await workstation.panel.reload();
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card', '更新的问候');
    await call.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
    await server.start();
    await publish(greetingWith('您好，新的问候。', '8.0.0'), { message: '恢复' });
    await screen.shows('.pack-notice--changed', '8.0.0', 30_000);
    expect((await receipts()).filter((received) => received.status === 'refused')).toEqual([]);
  });
});
