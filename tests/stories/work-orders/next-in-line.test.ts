import { describe, expect, it, test } from 'vitest';
import type { Readiness } from '../../../contract/team/readiness.ts';
import type { TeamFact } from '../../../contract/team/team-event.ts';
import { callBacksOfAbsent } from '../../../rules/call-backs/call-backs-to-notify.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { foldHandovers } from '../../../rules/handover/fold-handovers.ts';
import { handoversToNotify, isHandoverNotification } from '../../../rules/handover/handovers-to-notify.ts';
import { attendanceAt } from '../../../rules/shift/attendance.ts';
import { clocksOfAbsent, isDeputyOf } from '../../../rules/work-orders/clocks-of-absent.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { pack } from '../../../scripts/pack.yaml';
import { HOUR, MINUTE, MONDAY_TEN, planned, TeamStory } from '../../helpers/team-story.ts';

const ZONE = 'Asia/Shanghai';
const RULES = orderRulesOf(pack, ZONE);
const DAY = 24 * HOUR;

/** The team's events, and what the workstation of an owner is notified of in place of others. */
class Shifts extends TeamStory {
  signs(agent: string, state: 'ready' | 'offline'): this {
    const readiness: Readiness = { state };
    return this.tell(agent, { type: 'shift-changed', readiness, because: 'agent' }, agent);
  }
  warns(id = 'w1', by = '0283'): this {
    return this.tell(
      id,
      {
        ...{ type: 'work-order-opened', kind: 'early-warning', category: 'complaint', number: '13900001234' },
        ...{ surname: '王', title: 'ms', matter: '冰箱', note: null, record: null, promise: null },
        follows: null,
      },
      by,
    );
  }
  moves(to: string, id = 'w1', by = '0283'): this {
    return this.tell(id, { type: 'work-order-moved', to, remarks: '', onBehalfOf: null }, by);
  }

  /** Minutes from now until the next in line is warned of each clock, and told that it is late. */
  clocksFor(workOrderRole: string, agentNumber = '0900') {
    const state = foldWorkOrders(this.events, RULES);
    const recipient = { agentNumber, workOrderRole };
    const clocks = clocksOfAbsent(state, this.now, RULES, recipient, this.attendance, (_, { of }) =>
      'stage' in of ? `${of.kind} ${of.stage}` : of.kind,
    );
    return clocks.map(({ label, warnAt, dueAt }) => [label, this.#minutes(warnAt), this.#minutes(dueAt)]);
  }
  callBacksFor(deputy: string) {
    const { callBacks } = foldCallBacks(this.events);
    return callBacksOfAbsent(callBacks, deputy, pack.settings, ZONE, this.attendance, ({ id }) => id).map(
      ({ label, warnAt, dueAt }) => [label, this.#minutes(warnAt), this.#minutes(dueAt)],
    );
  }
  get sheets() {
    const { sheets } = foldHandovers(this.events);
    return handoversToNotify(sheets, this.now, this.attendance, (agent) => agent).map(
      ({ label, order, dueAt }) => {
        expect(isHandoverNotification(order)).toBe(true);
        return [label, this.#minutes(dueAt)];
      },
    );
  }
  get attendance() {
    return attendanceAt(this.now, this.events, pack, ZONE);
  }
  #minutes(at: number) {
    return Math.round((at - this.now) / MINUTE);
  }
}

describe('a warning whose agent', () => {
  it('is at work: the hotline supervisor is told once it is late', () => {
    expect(new Shifts().signs('0283', 'ready').warns().clocksFor('hotline-supervisor')).toEqual([
      ['stage raise', 30, 30],
    ]);
  });

  it('keeps no shift: nobody knows that they are absent', () => {
    expect(new Shifts().warns().clocksFor('hotline-supervisor')).toEqual([['stage raise', 30, 30]]);
  });

  it('went home: the supervisor is told with the warning already, until the agent is back', () => {
    const team = new Shifts().signs('0283', 'ready').warns().signs('0283', 'offline');
    expect(team.clocksFor('hotline-supervisor')).toEqual([['stage raise', 20, 30]]);
    expect(team.after(MINUTE).signs('0283', 'ready').clocksFor('hotline-supervisor')).toEqual([
      ['stage raise', 29, 29],
    ]);
  });

  it('never signed out: after the longest shift they count as gone', () => {
    const hours = pack.shift.longestHours;
    const team = new Shifts()
      .signs('0283', 'ready')
      .after(hours * HOUR - 10 * MINUTE)
      .warns();
    expect(team.clocksFor('hotline-supervisor')).toEqual([['stage raise', 30, 30]]);
    expect(team.after(11 * MINUTE).clocksFor('hotline-supervisor')).toEqual([['stage raise', 9, 19]]);
  });

  it('has a colleague who worked on it too: that one can go on', () => {
    const team = new Shifts().signs('0283', 'ready').signs('0284', 'ready').warns();
    team.tell('w1', { type: 'work-order-remarked', remarks: '已问店里' }, '0284').signs('0283', 'offline');
    expect(team.clocksFor('hotline-supervisor')).toEqual([['stage raise', 30, 30]]);
    expect(team.signs('0284', 'offline').clocksFor('hotline-supervisor')).toEqual([['stage raise', 20, 30]]);
  });

  it('is told nothing twice, and others are told nothing', () => {
    const team = new Shifts().warns();
    expect(team.clocksFor('hotline-supervisor', '0283')).toEqual([]);
    for (const role of ['agent', 'service-desk', 'division']) expect(team.clocksFor(role)).toEqual([]);
  });
});

describe('the next in line of the chain', () => {
  const chain = [
    ...[
      ['agent', 'hotline-supervisor'],
      ['hotline-supervisor', 'division'],
      ['service-desk', 'store-manager'],
    ],
    ...[
      ['store-manager', 'division'],
      ['division', 'general-manager'],
      ['general-manager', 'chairman'],
    ],
    ...[
      ['department', 'hotline-supervisor'],
      ['colleague', 'hotline-supervisor'],
    ],
  ] as const;
  test.each(chain)('after %s is %s', (owner, deputy) => {
    expect(isDeputyOf(owner, RULES, { workOrderRole: deputy })).toBe(true);
    expect(isDeputyOf(owner, RULES, { workOrderRole: 'agent' })).toBe(false);
  });

  it('is told early where nobody is on duty by the directory', () => {
    // The hotline supervisor is there until 18:00; review has an hour, and warns 15 minutes before.
    const team = new Shifts(MONDAY_TEN + 7.5 * HOUR).warns().moves('review');
    expect(team.clocksFor('division')).toEqual([
      ['return review', 30, 30],
      ['stage review', 60, 60],
    ]);
    expect(team.after(31 * MINUTE).clocksFor('division')).toEqual([['stage review', 14, 29]]);
  });
});

describe('a call-back whose agent', () => {
  it('is at work: the supervisor is told when it is late; a VIP’s, a quarter of an hour after its time', () => {
    const team = new Shifts().signs('0283', 'ready');
    team.tell('plain', planned(team.now + HOUR)).tell('vip', planned(team.now + HOUR, { vip: true }));
    const days = pack.settings.callBackWithinDays;
    expect(team.callBacksFor('0900')).toEqual([
      ['plain', days * 24 * 60, days * 24 * 60],
      ['vip', 75, 75],
    ]);
  });

  it('went home: the supervisor is told as soon as it may be made, never in a rest hour', () => {
    const team = new Shifts().signs('0283', 'ready');
    team.tell('vip', planned(team.now + HOUR, { vip: true })).tell('rest', planned(team.now + 2.5 * HOUR));
    team.tell('agreed', planned(team.now + 2.5 * HOUR, { agreed: true })).signs('0283', 'offline');
    expect(team.callBacksFor('0900')).toEqual([
      ['vip', 60, 75],
      ['rest', 240, expect.any(Number)],
      ['agreed', 150, 165],
    ]);
  });

  it('got it from a lead: only that agent counts', () => {
    const team = new Shifts().signs('0283', 'ready').signs('0285', 'ready');
    team.tell('cb', planned(team.now + HOUR, { agreed: true })).signs('0283', 'offline');
    expect(team.callBacksFor('0900')).toEqual([['cb', 60, 75]]);
    team.tell('cb', { type: 'call-back-assigned', to: '0285' }, '0900');
    expect(team.callBacksFor('0900')).toEqual([['cb', 75, 75]]);
    expect(team.callBacksFor('0285')).toEqual([]);
  });
});

describe('a handover sheet', () => {
  const signed: TeamFact = { type: 'handover-signed', name: '李明', remarks: '', asked: '', lines: [] };

  it('that nobody of the coming shift signs is told a quarter of an hour later', () => {
    const team = new Shifts().tell('sheet', signed);
    expect(team.sheets).toEqual([['0283', 15]]);
    expect(team.tell('sheet', { type: 'handover-accepted', name: '赵芳' }, '0284').sheets).toEqual([]);
  });

  it('whose agent went without signing is told at once, and not for ever', () => {
    const team = new Shifts().signs('0283', 'ready');
    team.tell('sheet', { type: 'handover-written', remarks: '', asked: '' });
    expect(team.sheets).toEqual([]);
    team.after(HOUR).signs('0283', 'offline').after(MINUTE);
    expect(team.sheets).toEqual([['0283', -1]]);
    expect(team.after(DAY).sheets).toEqual([]);
  });
});

test('there is somebody at work before they ever sign in, as far as anybody knows', () => {
  expect(new Shifts(MONDAY_TEN).attendance.awaySince('0283')).toBeNull();
  expect(new Shifts(MONDAY_TEN).attendance.isOffWork('department')).toBe(false);
});
