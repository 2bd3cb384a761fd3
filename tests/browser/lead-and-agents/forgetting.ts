import { describe, expect, test } from 'vitest';
import { neverHangsUp } from '../../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../../helpers/agent-workstation.ts';
import { panelScreen } from '../../helpers/panel-screen.ts';
import { secondDevice } from '../../helpers/server/second-device.ts';
import { noteItem, noteOf, orderOpened } from '../../helpers/server/sync-story.ts';
import { cutOffFromTeam, type TeamAgent } from '../../helpers/team-panel.ts';
import { until } from '../../helpers/until.ts';
import type { LeadAndAgents } from './lead-and-agents.ts';
import { noteIsSent, teamNotes } from './team-notes.ts';

const { number } = neverHangsUp.caller;
const SHOWN = number.slice(-4);
const DAY_MS = 86_400_000;

export function forgetting({ server, lead, agent, other }: LeadAndAgents): void {
  describe('what the team forgets', () => {
    async function talks({ screen, exchange }: TeamAgent, text: string): Promise<void> {
      const call = exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen.answers();
      await call.until('answered');
      await screen.writes(text);
      await screen.waitUntilSaved();
      await call.hangUp();
      await screen.finishes();
    }

    /** Nobody answers. */
    async function misses({ screen, exchange }: TeamAgent): Promise<void> {
      const call = exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen.appears('.ring-dial');
      await call.cancel();
      await screen.gone('.ring-dial');
    }

    /** Rows of calls in the stores that hold them. */
    const kept = ({ panel }: TeamAgent) =>
      panel.evaluate(async () => {
        const request = indexedDB.open('sansheng');
        const database = await new Promise<IDBDatabase>((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
        const rows = (table: string) =>
          new Promise<Record<string, unknown>[]>((resolve) => {
            const all = database.transaction(table).objectStore(table).getAll();
            all.onsuccess = () => resolve(all.result);
          });
        const [notes, journal, outbox] = await Promise.all(['notes', 'journal', 'outbox'].map(rows));
        database.close();
        return {
          notes: notes?.length,
          calls: journal?.filter(({ callKey }) => callKey !== '').length,
          unsent: outbox?.length,
        };
      });

    const finds = async ({ screen, panel }: TeamAgent, word: string) => {
      await screen.presses('.tab-bar__tab:nth-child(2)');
      const field = await panel.waitForSelector('.records__search input');
      await field?.click({ count: 3 });
      await field?.type(word);
    };

    /** Checks screen, search and storage, and that the next ring is a first contact. */
    async function hasForgotten(agent: TeamAgent, asNow = /首次来电/): Promise<void> {
      const { screen, exchange } = agent;
      await finds(agent, '冰箱');
      // Where the server's word is lost, the device asks within a minute.
      await screen.shows('.tab-page__empty', /./, 90_000);
      await screen.presses('.tab-bar__tab:nth-child(3)');
      await screen.shows('.orders__filter', '全部 0');
      await screen.presses('.tab-bar__tab:nth-child(1)');
      await screen.shows('.idle-view', '今天的电话');
      await until(
        'the list of calls is empty',
        async () => !(await screen.text('.idle-view')).includes(SHOWN),
      );
      expect(await kept(agent)).toEqual({ notes: 0, calls: 0, unsent: 0 });
      const call = exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen.shows('.call-card', asNow);
      await call.cancel();
    }

    test('a number that the lead erases goes from notes, calls, orders and search, in every browser', async () => {
      const here = agent();
      const away = other();
      await talks(here, '冰箱三天不制冷');
      await misses(here);
      const event = orderOpened('0001', Date.now(), crypto.randomUUID(), number);
      await server().ask('POST', '/v1/sync/push', { items: [{ type: 'team', event }] });
      for (const { screen } of [here, away]) {
        await screen.presses('.tab-bar__tab:nth-child(3)');
        await screen.shows('.orders__filter', '全部 1');
        await screen.presses('.tab-bar__tab:nth-child(1)');
      }
      const letBack = await cutOffFromTeam(away.chromium);
      await talks(away, '冰箱又不制冷了');
      await misses(away);
      await away.screen.shows('.sync-mark', '离线');
      await noteIsSent(server(), /冰箱三天不制冷/);
      expect(await teamNotes(server())).not.toContain('冰箱又不制冷了');
      await lead().goTo('#/members');
      await lead().page.waitForSelector('input[inputmode="tel"]');
      for (const field of await lead().page.$$('input[inputmode="tel"]')) await field.type(number);
      await lead().page.keyboard.press('Enter');
      await (await lead().page.waitForSelector('.confirm__sure'))?.click();
      await panelScreen(lead().page).shows('.team-page', /已抹除 [1-9]\d* 条记录，1 件/);
      await hasForgotten(here);

      expect((await kept(away)).notes).toBeGreaterThan(0);
      await letBack();
      await away.panel.click('.sync-mark');
      await away.screen.presses('.sync-sheet .button--main');
      await away.screen.shows('.sync-sheet__state', '已同步', 30_000);
      await away.screen.presses('.sheet__head .button');
      // Since the erasure the number has rung at the other agent, whose contact the team knows.
      await hasForgotten(away, /首次来电|未接 · 工号 0283/);
      expect(await teamNotes(server())).not.toContain('冰箱');
    });

    test('what is older than the lead lets it be kept goes from server and browser', async () => {
      const here = agent();
      const before = (await kept(here)).notes ?? 0;
      const second = await secondDevice(server(), '0283');
      const old = noteOf(crypto.randomUUID(), Date.now() - 3 * DAY_MS, { text: '三天前的烤箱' });
      expect(await second('/v1/sync/push', { items: [noteItem(old)] })).toMatchObject({
        results: [{ outcome: 'applied' }],
      });
      await until('the note came', async () => (await kept(here)).notes === before + 1);
      await finds(here, '烤箱');
      await here.screen.shows('.records__row', '三天前的烤箱');
      await lead().goTo('#/presence');
      await lead().goTo('#/members');
      const days = await lead().page.waitForSelector('input[inputmode="numeric"]');
      await days?.type('1');
      await lead().page.keyboard.press('Enter');
      await until('the server knows', async () =>
        JSON.stringify(await server().ask('GET', '/v1/me')).includes('"retentionDays":1'),
      );
      // It looks when it starts, and every few hours.
      await server().kill();
      await server().start();
      await here.screen.shows('.tab-page__empty', /./, 30_000);
      expect((await kept(here)).notes).toBe(before);
    });
  });
}
