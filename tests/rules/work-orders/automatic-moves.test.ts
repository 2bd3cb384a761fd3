import { describe, expect, test } from 'vitest';
import { automaticCircles } from '../../../contract/pack/automatic-circles.ts';
import { parsePack } from '../../../contract/pack/parse-pack.ts';
import type { WorkOrderStage } from '../../../contract/pack/work-order-kind.ts';
import { LOCAL_ORIGIN, teamEvent } from '../../../contract/team/team-event.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();
const DAY = 24 * 3_600_000;

type Ways = Readonly<Record<string, string | null>>;

/** Stages of a minute each, which pass an order on to the stage behind the arrow. */
function stages(ways: Ways, within: WorkOrderStage['within'] = { unit: 'min', count: 1 }): WorkOrderStage[] {
  return Object.entries(ways).map(([id, to]) => ({
    ...{ id, name: { 'zh-CN': id, 'zh-TW': id, en: id }, owner: 'agent', warnBefore: 1 },
    ...{
      next: Object.keys(ways).map((other) => ({
        to: other,
        label: { 'zh-CN': '转', 'zh-TW': '轉', en: 'on' },
      })),
    },
    ...(within === undefined ? {} : { within }),
    ...(to === null ? {} : { whenOver: { does: 'move', to } }),
  }));
}

function packWith(ways: Ways, within?: WorkOrderStage['within']) {
  const [first, ...others] = pack.workOrders.kinds;
  if (first === undefined) throw new Error('no kind');
  const kinds = [{ ...first, stages: stages(ways, within) }, ...others];
  return { ...pack, workOrders: { ...pack.workOrders, kinds } };
}

const circlesOf = (ways: Ways) => automaticCircles({ stages: stages(ways) });

describe('stages that time alone goes round', () => {
  test.each<[Ways, readonly (readonly string[])[]]>([
    [{ a: 'b', b: 'a' }, [['a', 'b', 'a']]],
    [{ a: 'a' }, [['a', 'a']]],
    [{ a: 'b', b: 'c', c: 'b' }, [['b', 'c', 'b']]],
    [
      { a: 'b', b: 'a', c: 'd', d: 'c' },
      [
        ['a', 'b', 'a'],
        ['c', 'd', 'c'],
      ],
    ],
    [{ c: 'a', a: 'b', b: 'a' }, [['a', 'b', 'a']]],
    [{ a: 'b', b: 'c', c: null }, []],
    [{ a: 'b', b: null, c: 'b' }, []],
  ])('%j', (ways, circles) => expect(circlesOf(ways)).toEqual(circles));

  test.each<[WorkOrderStage['within'], boolean]>([
    [{ unit: 'h', count: 24 }, true],
    [{ unit: 'min', count: 1440 }, true],
    [{ unit: 'working-d', count: 1 }, true],
    [{ unit: 'h', count: 23 }, false],
    [{ unit: 'working-h', count: 8 }, false],
  ])('a stage that is warned of again after %j is allowed: %s', (within, allowed) => {
    expect(automaticCircles({ stages: stages({ a: 'a' }, within) })).toEqual(allowed ? [] : [['a', 'a']]);
    expect(automaticCircles({ stages: stages({ a: 'b', b: 'a' }, within) })).toHaveLength(1);
  });

  test('a stage without a limit never moves by itself', () => {
    expect(
      automaticCircles({
        stages: stages({ a: 'b', b: 'a' }, undefined).map(({ within: _, ...stage }) => stage),
      }),
    ).toEqual([]);
  });

  test('a pack with a circle is refused, and the problem names the way round', () => {
    const parsed = parsePack(packWith({ a: 'b', b: 'a' }));
    expect(parsed).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({
          path: ['workOrders', 'kinds', 0, 'stages', 0, 'whenOver', 'to'],
          reason: { kind: 'circle', stages: ['a', 'b', 'a'] },
        }),
      ]),
    });
  });
});

describe('the fold of an order with a circle from an older pack', () => {
  const rules = orderRulesOf(packWith({ a: 'b', b: 'c', c: 'a' }), 480);
  const kind = rules.workOrders.kinds[0]?.id ?? '';
  const origin = { ...LOCAL_ORIGIN, by: '0283' };
  const opened = teamEvent(
    {
      ...{ type: 'work-order-opened' as const, kind, category: 'query' as const, number: '1', surname: '' },
      ...{ title: null, matter: '', note: null, record: null, promise: null, follows: null },
    },
    'order',
    0,
    origin,
  );
  const remark = (at: number) =>
    teamEvent({ type: 'work-order-remarked' as const, remarks: '' }, 'order', at, origin);

  /** How many automatic moves the order has made by `now`. */
  function movesBy(now: number, remarks: number) {
    const events = [opened, ...Array.from({ length: remarks }, (_, n) => remark((n + 1) * DAY))];
    const order = foldWorkOrders(events, rules).orders.get('order');
    if (order === undefined) throw new Error('no order');
    return orderAt(order, now, rules).history.filter(({ what }) => what === 'passed-on').length;
  }

  test.each([1, 10, 100, 1_000])('after %i days it has passed each stage once', (days) => {
    expect(movesBy(days * DAY, 0)).toBe(3);
  });

  test.each([1, 10, 100])('with %i remarks its moves grow with what is written, not with time', (remarks) => {
    expect(movesBy(1_000 * DAY, remarks)).toBe(3 * (remarks + 1));
  });
});
