import type { Page } from 'puppeteer-core';
import type { NewMember } from '../../contract/api/members/member.ts';
import { type AgentWorkstation, openAgentWorkstation, PASSPHRASE } from './agent-workstation.ts';
import { type ChromiumOptions, type ExtensionChromium, launchChromium } from './extension-chromium.ts';
import { joinTeam } from './join-team.ts';
import { type PanelScreen, panelScreen } from './panel-screen.ts';
import { makeVault } from './set-up-agent.ts';
import type { TeamServer } from './team-server.ts';

/** A member's browser in the team, without a phone: a store's or a supervisor's. */
export interface TeamPanel {
  readonly chromium: ExtensionChromium;
  readonly panel: Page;
  readonly screen: PanelScreen;
  close(): Promise<void>;
}

/** Sets a passphrase, enrols, and opens the real panel: takes some seconds. */
export async function openTeamPanel(
  server: Pick<TeamServer, 'url' | 'codeFor'>,
  member: NewMember,
  options: ChromiumOptions,
): Promise<TeamPanel> {
  const chromium = await launchChromium(options);
  try {
    const setUp = await chromium.openPage('options.html');
    await makeVault(setUp, PASSPHRASE);
    await joinTeam(setUp, server.url, await server.codeFor(member));
    await setUp.close();
    const panel = await chromium.openPanel();
    await panel.setViewport({ width: 400, height: 820 });
    const screen = panelScreen(panel);
    await screen.shows('.sync-mark', '已同步');
    return { chromium, panel, screen, close: () => chromium.close() };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

/** An agent in the team, with a phone at their own practice exchange. */
export type TeamAgent = AgentWorkstation & TeamPanel;

export async function openTeamAgent(
  server: Pick<TeamServer, 'url' | 'codeFor'>,
  member: NewMember,
  options: ChromiumOptions,
): Promise<TeamAgent> {
  const workstation = await openAgentWorkstation(options);
  try {
    const setUp = await workstation.chromium.openPage('options.html');
    await joinTeam(setUp, server.url, await server.codeFor(member));
    await setUp.close();
    const screen = panelScreen(workstation.panel);
    await screen.shows('.sync-mark', '已同步');
    return { ...workstation, screen };
  } catch (error) {
    await workstation.close();
    throw error;
  }
}

/** Blocks this browser's requests to the team's server; its phone works on. Returns the undo. */
export async function cutOffFromTeam(chromium: ExtensionChromium): Promise<() => Promise<void>> {
  const session = await (await chromium.offscreen()).createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*/v1/*'] });
  return () => session.detach();
}

/** Takes the browser's network away, or restores it, in the phone host. */
export async function setOffline(chromium: ExtensionChromium, offline: boolean): Promise<void> {
  await (await chromium.offscreen()).setOfflineMode(offline);
}
