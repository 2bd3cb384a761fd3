import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { auditAnswerSchema } from '../../../contract/api/audit.ts';
import { neverHangsUp } from '../../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../../helpers/agent-workstation.ts';
import { axeFindings } from '../../helpers/axe.ts';
import { panelScreen } from '../../helpers/panel-screen.ts';
import { until } from '../../helpers/until.ts';
import type { LeadAndAgents } from './lead-and-agents.ts';
import { noteIsSent } from './team-notes.ts';

export function noteReview({ server, lead, agent }: LeadAndAgents): void {
  describe('a lead reads an agent’s note and comments on it', () => {
    const workstation = () => panelScreen(lead().page);
    const onRecord = async (group: string) =>
      v.parse(auditAnswerSchema, await server().ask('GET', `/v1/teams/:team/audit?group=${group}`)).entries;

    /** The agent's device asked for the contacts with the number, which is on record too. */
    const reveals = async () =>
      (await onRecord('numbers')).filter(({ action }) => action === 'full-note-read');

    test('the note of a call is in the lead’s list, numbers masked, and can be narrowed down to', async () => {
      const call = agent().exchange.ring(neverHangsUp, { user: AGENT.user });
      await agent().screen.answers();
      await call.until('answered');
      await agent().screen.writes('=1+1 冰箱不制冷，回电 13900007777');
      await agent().screen.waitUntilSaved();
      await call.hangUp();
      await agent().screen.finishes();
      // A part of it is sent while it is written.
      await noteIsSent(server(), /冰箱不制冷，回电 139.{4}7777/);
      await lead().goTo('#/review');
      await workstation().shows('.review__rows', '冰箱不制冷，回电 139••••7777');
      await workstation().shows('.review__rows', '0283 小林');
      await lead().page.select('select[name="category"]', 'complaint');
      await workstation().shows('.review__found', '0 条');
      await lead().page.select('select[name="category"]', '');
      await lead().page.select('select[name="agent"]', '0283');
      await workstation().shows('.review__found', '1 条');
      expect(await axeFindings(lead().page)).toEqual([]);
    });

    test('opened, it shows the call; the whole number is one press, and that press is on the server’s record', async () => {
      await workstation().presses('.review__rows a');
      await workstation().shows('.records__about', '标准问候');
      await workstation().shows('.records__whole', '139••••7777');
      expect(await lead().page.content()).not.toContain('13900007777');
      expect(await reveals()).toEqual([]);
      await workstation().presses('.review__reveal .button');
      await workstation().shows('.records__whole', '13900007777');
      expect(await reveals()).toHaveLength(1);
    });

    test('a comment waits unread at the agent’s tab, stands beside the note, and the lead sees when it was read', async () => {
      await lead().page.type('.review__box textarea', '复述得很清楚');
      await workstation().presses('.review__box .button--main');
      await workstation().shows('.comments', /组长.*复述得很清楚/);
      await workstation().shows('.comments__status', '坐席未读');
      await lead().page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>('.review__box textarea')?.value === '',
      );
      await agent().screen.shows('.tab-bar__tab:nth-child(2) .tab-bar__count', '1');
      await agent().screen.presses('.tab-bar__tab:nth-child(2)');
      await agent().screen.shows('.records__commented', '新点评');
      expect(await axeFindings(agent().panel)).toEqual([]);
      await agent().screen.presses('.records__rows .records__row');
      await agent().screen.shows('.comments__one--new', '复述得很清楚');
      await agent().screen.gone('.tab-bar__tab:nth-child(2) .tab-bar__count');
      await workstation().shows('.comments__status', '坐席已读');
    });

    test('the figures and notes of the day leave as files that no spreadsheet runs, on record', async () => {
      await lead().goTo('#/reports');
      const session = await lead().page.createCDPSession();
      const downloadPath = lead().chromium.profile;
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
      const saved = async (button: number) => {
        await lead().page.waitForSelector('.review__export .button');
        await lead().page.$$eval(
          '.review__export .button',
          (all, at) => all[at] instanceof HTMLElement && all[at].click(),
          button,
        );
        await lead().page.waitForFunction(
          (start) => document.querySelector('.review__export [role="status"]')?.textContent?.includes(start),
          {},
          button === 0 ? 'figures-' : 'team-notes-',
        );
        const name = (await workstation().text('.review__export [role="status"]')).split(' ').at(-1) ?? '';
        const file = join(downloadPath, name);
        await until(`${name} is there`, async () => (await readFile(file, 'utf8').catch(() => '')) !== '');
        return file;
      };
      const [sheet] = await readXlsxFile(await readFile(await saved(0)));
      expect(sheet?.data).toContainEqual(['来电', '来电', 1]);
      await lead().page.select('select[name="format"]', 'csv');
      const notes = await readFile(await saved(1), 'utf8');
      expect(notes).toContain(`"0283"`);
      expect(notes).toContain(`"'=1+1 冰箱不制冷，回电 139••••7777"`);
      expect(await onRecord('exports')).toMatchObject([
        { action: 'notes-exported', detail: { full: false, notes: 1 } },
        { action: 'figures-exported', detail: { notes: 1 } },
      ]);
      expect(await axeFindings(lead().page)).toEqual([]);
    });

    test('the audit log names who did it, and nothing of the caller', async () => {
      await lead().goTo('#/audit');
      await lead().page.waitForSelector('select[name="group"]');
      await lead().page.select('select[name="group"]', 'exports');
      await workstation().shows('tbody', /0900 组长导出来电记录1 条记录 · 号码隐去/);
      await lead().page.select('select[name="group"]', 'numbers');
      await workstation().shows('tbody', '查看完整号码看这条记录');
      expect(await workstation().text('main')).not.toMatch(/1390000|冰箱/);
      expect(await axeFindings(lead().page)).toEqual([]);
      await workstation().presses('tbody a');
      await workstation().shows('.records__whole', '139••••7777');
    });
  });
}
