import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Receipt, receiptsSchema } from '../../contract/release/release-messages.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../helpers/agent-workstation.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../helpers/lead-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { openTeamAgent, setOffline, type TeamAgent } from '../helpers/team-panel.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

const SITUATION = '#/scripts/situations/wrong-number';

describeWith(['chromium'], 'a lead edits, publishes and rolls back', () => {
  let server: TeamServer;
  let extension: string;
  let lead: LeadWorkstation;
  let talking: TeamAgent;
  let away: TeamAgent;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    extension = await extensionThatReaches('http://127.0.0.1');
    lead = await openLeadWorkstation(server, { extension });
    talking = await openTeamAgent(server, { number: '0283', name: '小林', role: 'agent' }, { extension });
    away = await openTeamAgent(server, { number: '0284', name: '小周', role: 'agent' }, { extension });
  }, 180_000);
  afterAll(async () => {
    for (const one of [lead, talking, away]) await one?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  async function publishes(sentence: string, message: string): Promise<void> {
    await lead.goTo(SITUATION);
    await lead.writes(await lead.placeOf('steps.0.text.zh-CN'), sentence);
    await lead.page.waitForSelector('.draft-bar__state--saved');
    await lead.publishes(message);
  }

  async function reads({ screen }: TeamAgent, message: string): Promise<void> {
    await screen.shows('.pack-notice__message', message, 30_000);
    await screen.presses('.pack-notice .button');
    await screen.gone('.pack-notice');
  }

  /** A running call, and the sentence that the panel shows. */
  async function answersCall({ screen, exchange }: TeamAgent, sentence: string) {
    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.finds('dcdh', '打错电话');
    await screen.shows('.script-card', sentence);
    return {
      ends: async () => {
        await call.hangUp();
        await screen.finishes();
      },
    };
  }

  const reportedBy = (agent: string, sequence: number, status: Receipt['status']) =>
    until(`${agent} reports that #${sequence} is ${status}`, async () => {
      const { receipts } = v.parse(receiptsSchema, await server.ask('GET', '/v1/teams/:team/receipts'));
      return receipts.some(
        (one) => one.agent === agent && one.receipt.sequence === sequence && one.receipt.status === status,
      );
    });

  test('while one agent is in a call and another is offline', async () => {
    await publishes('您好，第一版的问候。', '第一版');
    for (const agent of [talking, away]) await reads(agent, '第一版');
    const call = await answersCall(talking, '第一版的问候');
    await setOffline(away.chromium, true);

    await publishes('您好，第二版的问候。', '第二版');
    await reportedBy('0283', 2, 'waiting');
    await talking.screen.shows('.script-card', '第一版的问候');
    expect(await talking.screen.isThere('.pack-notice')).toBe(false);
    await call.ends();
    await reads(talking, '第二版');
    await (await answersCall(talking, '第二版的问候')).ends();

    const back = await lead.page.waitForSelector('tbody tr:last-child td:last-child .button');
    await back?.click();
    await (await lead.page.waitForSelector('.confirm__sure'))?.click();
    await reads(talking, '回到');
    await (await answersCall(talking, '第一版的问候')).ends();

    await setOffline(away.chromium, false);
    await reads(away, '回到');
    await away.exchange.waitForRegistration(AGENT.user);
    await away.panel.waitForSelector('.status-line--ready');
    await (await answersCall(away, '第一版的问候')).ends();
    await reportedBy('0284', 3, 'in-use');
    // The lead's own browser receives it, too, in the open page.
    await panelScreen(lead.page).shows('.team-page__scroll', '3 人在用');
  }, 120_000);
});
