import { signal } from '@preact/signals';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meSchema } from '../../contract/api/members/member.ts';
import type { Role } from '../../contract/api/members/role.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { canonicalJson } from '../../contract/release/canonical-json.ts';
import { DraftEditor } from '../../pages/lead/draft/draft-editor.ts';
import { TeamDraft } from '../../pages/lead/draft/team-draft.ts';
import { LeadServer } from '../../pages/lead/frame/lead-server.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { memoryDraftStore } from '../helpers/memory-draft-store.ts';
import { withClient } from '../helpers/server/database.ts';
import { type FaultProxy, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { until } from '../helpers/until.ts';

const base = loadPack();
const ring = (pack: Pack, ringLimit: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, ringLimit },
});
const days = (pack: Pack, callBackWithinDays: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, callBackWithinDays },
});

describe('the draft at the workstations of two leads', () => {
  let bed: ServerBed;
  let server: Listening;
  let proxy: FaultProxy;
  let team: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    server = await listening(bed);
    proxy = await faultProxy(server.origin);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
    await bed.close();
  });
  beforeEach(async () => {
    team = await bed.organisation();
  });

  /** A lead's editor with a profile of its own. `cut`: the network is down. */
  async function workstation(role: Role, origin = server.origin) {
    const seat = await bed.seat(role, team);
    const { body } = await bed.ask(seat, 'GET', '/v1/me');
    const me = v.parse(meSchema, body);
    const link = { server: origin, token: seat.token, me, cursor: '', pulledBy: 0 };
    const line = { cut: false };
    const store = memoryDraftStore();
    const session = {
      gap: signal(null),
      server: async () => new LeadServer(line.cut ? { ...link, server: 'http://127.0.0.1:9' } : link),
    };
    const editor: DraftEditor = new DraftEditor(base, store, () => void draft.sync());
    const draft: TeamDraft = new TeamDraft({ store, session, base: () => editor.base });
    await editor.open();
    await draft.sync();
    return {
      number: seat.number,
      editor,
      draft,
      line,
      store,
      types: async (pack: Pack) => {
        editor.edit(pack);
        await editor.save();
        await draft.sync();
      },
      settings: () => editor.pack.value.settings,
    };
  }

  test('what one changes, the other sees; changes in different places are both in it', async () => {
    const [one, two] = [await workstation('lead'), await workstation('lead')];
    await one.types(ring(base, 4));
    expect(one.draft.copy.value).toEqual({ copy: 'team' });
    await two.draft.sync();
    await until('two follows', () => two.settings().ringLimit === 4);
    expect(two.editor.state.value).toMatchObject({ state: 'saved', by: one.number });
    one.line.cut = true;
    await one.types(ring(one.editor.pack.value, 5));
    expect(one.draft.copy.value).toEqual({ copy: 'here', why: 'offline' });
    await two.types(days(two.editor.pack.value, 9));
    one.line.cut = false;
    await one.draft.sync();
    await two.draft.sync();
    for (const { settings, editor } of [one, two]) {
      await until('both have both', () => settings().ringLimit === 5 && settings().callBackWithinDays === 9);
      expect(editor.clash.value).toBeNull();
    }
  });

  test.each(['mine', 'theirs'] as const)(
    'of one place both are kept, named, and sent only once one is chosen (%s)',
    async (keep) => {
      const [one, two] = [await workstation('lead'), await workstation('lead')];
      await one.types(ring(base, 4));
      await two.draft.sync();
      await until('two follows', () => two.settings().ringLimit === 4);
      one.line.cut = true;
      await one.types(ring(one.editor.pack.value, 5));
      await two.types(ring(two.editor.pack.value, 6));
      one.line.cut = false;
      await one.draft.sync();
      await until('one is told', () => one.editor.clash.value !== null);
      expect(one.editor.clash.value).toMatchObject({
        by: two.number,
        theirs: { settings: { ringLimit: 6 } },
      });
      // Until then the team has the other lead's text, and this editor its own.
      await two.draft.sync();
      expect([one.settings().ringLimit, two.settings().ringLimit]).toEqual([5, 6]);
      await one.editor.resolve(keep);
      await one.draft.sync();
      await two.draft.sync();
      const chosen = keep === 'mine' ? 5 : 6;
      for (const { settings } of [one, two])
        await until('it is chosen', () => settings().ringLimit === chosen);
      expect([one.editor.clash.value, two.editor.clash.value]).toEqual([null, null]);
      one.editor.undo();
      expect(one.settings().ringLimit).toBe(keep === 'mine' ? 6 : 5);
    },
  );

  test('a draft from before the team was joined is laid beside the team’s, not over it', async () => {
    const [one, two] = [await workstation('lead'), await workstation('lead')];
    two.line.cut = true;
    await two.types(ring(base, 6));
    await one.types(ring(base, 4));
    two.line.cut = false;
    await two.draft.sync();
    await until('two is told', () => two.editor.clash.value?.by === one.number);
    await one.draft.sync();
    expect([one.settings().ringLimit, two.settings().ringLimit]).toEqual([4, 6]);
  });

  test('a discarded draft is gone on both, and comes back by undo', async () => {
    const [one, two] = [await workstation('lead'), await workstation('admin')];
    await one.types(ring(base, 4));
    await two.draft.sync();
    await until('two follows', () => two.settings().ringLimit === 4);
    two.editor.discard();
    await two.editor.save();
    await two.draft.sync();
    await one.draft.sync();
    await until('gone', () => one.editor.state.value.state === 'same');
    one.editor.undo();
    await one.editor.save();
    await one.draft.sync();
    await two.draft.sync();
    await until('back', () => two.settings().ringLimit === 4);
  });

  /** As a standby that lagged, or an older back-up, has it: the team's data begin another life. */
  async function restored(state: object | null) {
    await withClient(bed.url, async (client) => {
      const where = [team.org, team.team];
      await client.query('update team_counters set life = $3 where org = $1 and team = $2', [
        ...where,
        crypto.randomUUID(),
      ]);
      await client.query('delete from pack_drafts where org = $1 and team = $2', where);
      if (state !== null)
        await client.query(
          'insert into pack_drafts select * from json_populate_record(null::pack_drafts, $1)',
          [JSON.stringify(state)],
        );
    });
  }
  const stored = async () =>
    await withClient(bed.url, async (client) => {
      const { rows } = await client.query('select * from pack_drafts where team = $1', [team.team]);
      return Object(rows[0]);
    });

  test.each(['an earlier state', 'nothing'])(
    'a draft of which a fail-over left %s comes back from a lead’s browser, with what the colleague wrote',
    async (left) => {
      const [one, two] = [await workstation('lead'), await workstation('lead')];
      await one.types(ring(base, 4));
      const earlier = await stored();
      await two.draft.sync();
      await until('two follows', () => two.settings().ringLimit === 4);
      await two.types(days(two.editor.pack.value, 9));
      await one.draft.sync();
      await restored(left === 'nothing' ? null : earlier);
      await one.draft.sync();
      expect(one.draft.copy.value).toEqual({ copy: 'team' });
      await two.draft.sync();
      const newest = await workstation('lead');
      for (const { settings, editor } of [one, two, newest]) {
        await until('all have it', () => settings().ringLimit === 4 && settings().callBackWithinDays === 9);
        expect(editor.clash.value).toBeNull();
      }
    },
  );

  test.each([0, 1, 3])(
    'what was lost is laid beside what somebody saved since (%i saves later), not under it',
    async (more) => {
      const [one, two] = [await workstation('lead'), await workstation('lead')];
      await one.types(ring(base, 4));
      const earlier = await stored();
      await one.types(ring(base, 5));
      await restored(earlier);
      bed.clock.now += 60_000;
      await two.draft.sync();
      await until('two follows', () => two.settings().ringLimit === 4);
      for (let n = 0; n <= more; n += 1) await two.types(days(two.editor.pack.value, 9 + n));
      await one.draft.sync();
      await until('one is asked', () => one.editor.clash.value !== null);
      expect(one.settings().ringLimit).toBe(5);
      expect(one.editor.clash.value).toMatchObject({ by: two.number });
      await one.editor.resolve('mine');
      await one.draft.sync();
      await two.draft.sync();
      await until('both have it', () => two.settings().ringLimit === 5);
      expect([one, two].map(({ settings }) => settings().callBackWithinDays)).toEqual([9 + more, 9 + more]);
    },
  );

  test('what was lost, and what somebody wrote elsewhere since, are both in it', async () => {
    const one = await workstation('lead');
    await one.types(ring(base, 5));
    await restored(null);
    bed.clock.now += 60_000;
    const two = await workstation('lead');
    await two.types(days(base, 9));
    await one.draft.sync();
    await two.draft.sync();
    for (const { settings, editor } of [one, two]) {
      await until('both have both', () => settings().ringLimit === 5 && settings().callBackWithinDays === 9);
      expect(editor.clash.value).toBeNull();
    }
  });

  test('a fail-over that lost nothing asks nobody', async () => {
    const one = await workstation('lead');
    await one.types(ring(base, 4));
    await restored(await stored());
    await one.types(ring(base, 5));
    expect(one.draft.copy.value).toEqual({ copy: 'team' });
    expect(one.editor.clash.value).toBeNull();
  });

  test('an answer that is lost on the way makes nothing twice, and no conflict with oneself', async () => {
    const [one, two] = [await workstation('lead', proxy.origin), await workstation('lead')];
    for (const n of [4, 6, 8]) {
      // The list arrives; the answer to the save is lost, and so is everything after it.
      proxy.plan(['none', 'cut-after', 'cut-before']);
      await one.types(ring(one.editor.pack.value, n));
      expect(one.draft.copy.value).toEqual({ copy: 'here', why: 'offline' });
      await one.types(ring(one.editor.pack.value, n + 1));
      expect(one.draft.copy.value).toEqual({ copy: 'team' });
      await two.draft.sync();
      await until('two has it', () => two.settings().ringLimit === n + 1);
      expect(one.editor.clash.value).toBeNull();
    }
  });

  test('whatever three leads type, on and off the network: all end with the same, and what only one touched is as that one left it', async () => {
    const places = ['silenceSeconds', 'noiseSeconds', 'quietSeconds'] as const;
    const step = fc.record({
      lead: fc.nat(2),
      does: fc.constantFrom('type', 'type', 'sync', 'cut', 'restore'),
      place: fc.constantFrom(...places),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        team = await bed.organisation();
        const leads = [await workstation('lead'), await workstation('lead'), await workstation('admin')];
        const typed = new Map<string, Map<number, number>>(places.map((place) => [place, new Map()]));
        let value = 10;
        for (const { lead: n, does, place } of steps) {
          const one = leads[n];
          if (one === undefined) continue;
          if (does === 'cut' || does === 'restore') one.line.cut = does === 'cut';
          if (does === 'sync') await one.draft.sync();
          if (does !== 'type') continue;
          value += 1;
          typed.get(place)?.set(n, value);
          const pack = one.editor.pack.value;
          const thresholds = { ...pack.settings.thresholds, [place]: value };
          await one.types({ ...pack, settings: { ...pack.settings, thresholds } });
        }
        for (const { line } of leads) line.cut = false;
        const states = () => new Set(leads.map(({ editor }) => canonicalJson(editor.pack.value)));
        await until('all have the same', async () => {
          for (const { draft, editor } of leads) {
            await draft.sync();
            if (editor.clash.value !== null) await editor.resolve('mine');
          }
          return states().size === 1 && leads.every(({ editor }) => editor.clash.value === null);
        });
        const { thresholds } = leads[0]?.settings() ?? base.settings;
        for (const place of places) {
          const by = [...(typed.get(place)?.values() ?? [])];
          if (by.length === 0) expect(thresholds[place]).toBe(base.settings.thresholds[place]);
          else expect(by).toContain(thresholds[place]);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  test('a supervisor’s draft stays on their own workstation', async () => {
    const one = await workstation('supervisor');
    await one.types(ring(base, 4));
    expect(one.draft.copy.value).toEqual({ copy: 'here', why: 'not-allowed' });
    expect(one.settings().ringLimit).toBe(4);
  });
});
