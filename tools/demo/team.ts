import { rm } from 'node:fs/promises';
import { type AgentWorkstation, openAgentWorkstation } from '../../tests/helpers/agent-workstation.ts';
import { joinTeam } from '../../tests/helpers/join-team.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../../tests/helpers/lead-workstation.ts';
import { panelScreen } from '../../tests/helpers/panel-screen.ts';
import { extensionThatReaches } from '../../tests/helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../../tests/helpers/team-server.ts';
import type { Narrator } from './narrator.ts';

/** A server, an agent and a team lead, each with an own browser. */
export interface DemoTeam {
  readonly server: TeamServer;
  readonly agent: AgentWorkstation;
  readonly lead: LeadWorkstation;
  close(): Promise<void>;
}

/** Enrols both by one-time codes. */
export async function openDemoTeam(headless: boolean, narrator: Narrator): Promise<DemoTeam> {
  const [server, extension] = await Promise.all([
    startTeamServer(),
    extensionThatReaches('http://127.0.0.1'),
  ]);
  narrator.report(`the team's server listens at ${server.url}`);
  const [agent, lead] = await Promise.all([
    openAgentWorkstation({ headless, extension }),
    openLeadWorkstation(server, { headless, extension }),
  ]);
  narrator.report('registered; the panel says that the phone is ready');
  const options = await agent.chromium.openPage('options.html');
  const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
  await joinTeam(options, server.url, `${code} ${await lead.fingerprint()}`);
  await options.close();
  await panelScreen(agent.panel).shows('.sync-mark', '已同步');
  narrator.report('agent 0283 and lead 0900 have joined the team');
  return {
    ...{ server, agent, lead },
    async close() {
      await lead.close();
      if (agent.chromium.browser.connected) await agent.close();
      else await agent.exchange.stop();
      await server.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

/** The lead makes a wait longer and publishes it; the agent's panel receives it. */
export async function publishAnEdit({ agent, lead }: DemoTeam, narrator: Narrator): Promise<void> {
  const screen = panelScreen(agent.panel);
  await lead.page.bringToFront();
  await lead.goTo('#/scripts/situations/silent-caller');
  await lead.writes(await lead.placeOf('steps.0.wait.seconds'), '7');
  await lead.page.waitForSelector('.draft-bar__state--saved');
  await narrator.picture(lead.page, 'lead-edit');
  const began = Date.now();
  await lead.publishes('无声电话：第一次多等两秒');
  await screen.shows('.pack-notice__message', '无声电话：第一次多等两秒');
  narrator.report(
    `published; in the agent's panel ${Date.now() - began} ms after the lead began to write why`,
  );
  await narrator.picture(agent.panel, 'new-scripts');
  await screen.presses('.pack-notice .button');
  await lead.goTo('#/reports');
  await lead.page.waitForSelector('.figures__open:not([disabled])');
  narrator.report("the agent's calls and notes are on the lead's desk");
  await narrator.picture(lead.page, 'lead-reports');
}
