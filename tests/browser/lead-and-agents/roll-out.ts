import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Receipt, receiptsSchema } from '../../../contract/release/release-messages.ts';
import { neverHangsUp } from '../../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../../helpers/agent-workstation.ts';
import { panelScreen } from '../../helpers/panel-screen.ts';
import { setOffline, type TeamAgent } from '../../helpers/team-panel.ts';
import { until } from '../../helpers/until.ts';
import type { LeadAndAgents } from './lead-and-agents.ts';

const SITUATION = '#/scripts/situations/wrong-number';
const releaseListSchema = v.object({ releases: v.array(v.object({ sequence: v.number() })) });

export function rollOut({ server, lead, agent, other }: LeadAndAgents): void {
  describe('a lead edits, publishes and rolls back', () => {
    async function publishes(sentence: string, message: string): Promise<void> {
      await lead().goTo(SITUATION);
      await lead().writes(await lead().placeOf('steps.0.text.zh-CN'), sentence);
      await lead().page.waitForSelector('.draft-bar__state--saved');
      await lead().publishes(message);
    }

    async function reads({ screen }: TeamAgent, message: string): Promise<void> {
      await screen.shows('.pack-notice__message', message, 60_000);
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

    /** Number of the newest release; 0: none. */
    const newest = async () => {
      const { releases } = v.parse(releaseListSchema, await server().ask('GET', '/v1/teams/:team/releases'));
      return Math.max(0, ...releases.map(({ sequence }) => sequence));
    };
    const reportedBy = (agent: string, sequence: number, status: Receipt['status']) =>
      until(`${agent} reports that #${sequence} is ${status}`, async () => {
        const { receipts } = v.parse(receiptsSchema, await server().ask('GET', '/v1/teams/:team/receipts'));
        return receipts.some(
          (one) => one.agent === agent && one.receipt.sequence === sequence && one.receipt.status === status,
        );
      });

    test('while one agent is in a call and another is offline', async () => {
      const talking = agent();
      const away = other();
      const before = await newest();
      await publishes('您好，第一版的问候。', '第一版');
      for (const agent of [talking, away]) await reads(agent, '第一版');
      const call = await answersCall(talking, '第一版的问候');
      await setOffline(away.chromium, true);

      await publishes('您好，第二版的问候。', '第二版');
      await reportedBy('0283', before + 2, 'waiting');
      await talking.screen.shows('.script-card', '第一版的问候');
      expect(await talking.screen.isThere('.pack-notice')).toBe(false);
      await call.ends();
      await reads(talking, '第二版');
      await (await answersCall(talking, '第二版的问候')).ends();

      const back = await lead().page.waitForSelector(
        'tbody tr:nth-child(2) td:last-child .button:not([disabled])',
      );
      await back?.click();
      await (await lead().page.waitForSelector('.confirm__sure'))?.click();
      await reads(talking, '回到');
      await (await answersCall(talking, '第一版的问候')).ends();

      await setOffline(away.chromium, false);
      await reads(away, '回到');
      await away.exchange.waitForRegistration(AGENT.user);
      await away.panel.waitForSelector('.status-line--ready');
      await (await answersCall(away, '第一版的问候')).ends();
      await reportedBy('0284', before + 3, 'in-use');
      // The lead's own browser has it too, and is not counted: it answers no calls.
      await panelScreen(lead().page).shows('.team-page__scroll', '2 人在用');
    }, 300_000);
  });
}
