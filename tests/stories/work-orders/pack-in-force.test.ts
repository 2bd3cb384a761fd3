import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import {
  LOCAL_ORIGIN,
  type TeamEvent,
  type TeamFact,
  teamEvent,
  type WorkOrderEvent,
} from '../../../contract/team/team-event.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { orderFigures } from '../../../rules/figures/order-figures.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { pack } from '../../../scripts/pack.yaml';

const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T10:00:00+08:00');

/** The same pack, in which every limit of a quality complaint is one hour. */
const strict: Pack = {
  ...pack,
  workOrders: {
    ...pack.workOrders,
    kinds: pack.workOrders.kinds.map((kind) =>
      kind.id === 'quality'
        ? {
            ...kind,
            stages: kind.stages.map((stage) => ({ ...stage, within: { unit: 'h', count: 1 } as const })),
            deadlines: kind.deadlines.map((one) => ({ ...one, within: { unit: 'h', count: 1 } as const })),
          }
        : kind,
    ),
  },
};
const KNOWN: Readonly<Record<string, Pack>> = { old: pack, strict };
const find = (key: string) => KNOWN[key] ?? null;

let written = 0;
function event(fact: TeamFact<WorkOrderEvent>, subject: string, at: number, key: string): TeamEvent {
  written += 1;
  const id = `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`;
  return teamEvent(fact, subject, at, { ...LOCAL_ORIGIN, by: '0283', pack: key }, id) as TeamEvent;
}
const opened: TeamFact<WorkOrderEvent> = {
  ...{ type: 'work-order-opened', kind: 'quality', category: 'complaint', number: '13900001234' },
  ...{
    surname: '王',
    title: 'ms',
    matter: '冰箱不制冷',
    note: null,
    record: null,
    promise: null,
    follows: null,
  },
} as const;
const closed: TeamFact<WorkOrderEvent> = {
  ...{ type: 'work-order-closed', outcome: 'settled', reason: '', reportedTo: [], onBehalfOf: null },
};

describe('a new pack holds from now on', () => {
  const tenKept = Array.from({ length: 10 }, (_, n) => [
    event(opened, `order-${n}`, MONDAY + n, 'old'),
    event(closed, `order-${n}`, MONDAY + 2 * HOUR + n, 'old'),
  ]).flat();
  const missedBy = (inForce: Pack) => {
    const rules = orderRulesOf(inForce, 480, find);
    const now = MONDAY + 48 * HOUR;
    const orders = [...foldWorkOrders(tenKept, rules).orders.values()];
    const { clocksKept, clocksMissed } = orderFigures(
      orders.map((order) => orderAt(order, now, rules)),
      spanAround('week', MONDAY, 480),
      now,
    );
    return [clocksKept.length, clocksMissed.length];
  };

  test('ten complaints that were kept stay kept under stricter limits', () => {
    expect(missedBy(strict)).toEqual(missedBy(pack));
    expect(missedBy(strict)[1]).toBe(0);
  });

  test('an order opened under the new one has its limits, one that is open keeps its own', () => {
    const events = [event(opened, 'before', MONDAY, 'old'), event(opened, 'after', MONDAY, 'strict')];
    const rules = orderRulesOf(strict, 480, find);
    const { orders } = foldWorkOrders(events, rules);
    const first = (id: string) => Math.min(...(orders.get(id)?.clocks ?? []).map(({ dueAt }) => dueAt));
    expect(first('after')).toBe(MONDAY + HOUR);
    expect(first('before')).toBeGreaterThan(MONDAY + HOUR);
  });

  test('two devices with different packs in use show one order at one stage', () => {
    const moved = event({ type: 'work-order-remarked', remarks: '等回电' }, 'one', MONDAY + HOUR, 'old');
    const events = [event(opened, 'one', MONDAY, 'old'), moved];
    const shown = [pack, strict].map((inUse) => {
      const rules = orderRulesOf(inUse, 480, find);
      const order = foldWorkOrders(events, rules).orders.get('one');
      return order && orderAt(order, MONDAY + 30 * HOUR, rules);
    });
    expect(shown[0]?.stage).toEqual(shown[1]?.stage);
    expect(shown[0]?.clocks).toEqual(shown[1]?.clocks);
  });

  test('a pack that is no longer known here leaves the one in force to judge', () => {
    const events = [event(opened, 'one', MONDAY, 'gone')];
    const { orders } = foldWorkOrders(events, orderRulesOf(strict, 480, find));
    expect(Math.min(...(orders.get('one')?.clocks ?? []).map(({ dueAt }) => dueAt))).toBe(MONDAY + HOUR);
  });
});
