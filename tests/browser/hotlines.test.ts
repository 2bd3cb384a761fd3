import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meSchema } from '../../contract/api/members/member.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { hotlinePack } from '../helpers/hotline-pack.ts';
import { joinTeam } from '../helpers/join-team.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';
import { openReleaseSigner } from '../helpers/release-signer.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';

describeWith(['chromium'], 'a team with two hotlines', () => {
  let server: TeamServer;
  let extension: string;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    const { team } = v.parse(meSchema, await server.ask('GET', '/v1/me'));
    const lead = await openReleaseSigner(team.id, Date.now());
    const { root, signers } = lead.trust;
    const keys = { team: team.id, sequence: 1, issuedAt: Date.now(), root, signers: [...signers] };
    const document = new TextDecoder().decode(await signTeamKeys(keys, lead.root));
    await server.ask('POST', '/v1/teams/:team/team-keys', { document });
    const release = await lead.sign({ ...hotlinePack(), version: '9.0.0' }, { sequence: 1 });
    await server.ask('POST', '/v1/teams/:team/releases', { document: new TextDecoder().decode(release) });
    extension = await extensionThatReaches('http://127.0.0.1');
    workstation = await openAgentWorkstation({ extension });
    screen = panelScreen(workstation.panel);
    const options = await workstation.chromium.openPage('options.html');
    await joinTeam(
      options,
      server.url,
      await server.codeFor({ number: '0283', name: '小林', role: 'agent' }),
    );
    await options.close();
    await screen.shows('.pack-notice', '9.0.0');
  }, 120_000);
  afterAll(async () => {
    await workstation?.close();
    await server?.close();
    if (extension !== undefined) await rm(extension, { recursive: true, force: true });
  });

  const rings = (headers: Record<string, string>) =>
    workstation.exchange.ring(patientCaller({ headers }), { user: AGENT.user });

  test('the number that was dialled names the hotline at the ring, greets, and is kept', async () => {
    const call = rings({ Diversion: '<sip:4001002000@pbx.example>;reason=unconditional' });
    await screen.shows('.call-card__hotline', '购机热线');
    await screen.shows('.script-card--ahead', '购机热线');
    await screen.answers();
    await screen.shows('.script-card__step', /购机热线.*0283.*哪款产品/);
    await call.hangUp();
    await screen.finishes();
  });

  test('another number, another hotline: with the usual greeting', async () => {
    const call = rings({ 'History-Info': '<sip:4001003000@pbx.example>;index=1' });
    await screen.shows('.call-card__hotline', '售后热线');
    await screen.answers();
    await screen.shows('.script-card__step', /售后热线.*帮您/);
    await call.hangUp();
    await screen.finishes();
  });

  test('a call to the agent’s own number has no hotline', async () => {
    const call = rings({});
    await screen.shows('.script-card--ahead', '示例热线');
    expect(await screen.isThere('.call-card__hotline')).toBe(false);
    await call.cancel();
  });
});
