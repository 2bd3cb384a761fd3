import { expect } from 'vitest';
import type { Instant } from '../../calls/call-event.ts';
import {
  LOCAL_ORIGIN,
  type TeamEvent,
  type TeamFact,
  teamEvent,
  type WorkOrderEvent,
} from '../../contract/team/team-event.ts';
import type { ComplaintRecord } from '../../contract/team/work-order-parts.ts';
import { foldWorkOrders, type WorkOrderState } from '../../rules/work-orders/fold-work-orders.ts';
import { orderAt } from '../../rules/work-orders/order-at.ts';
import { type ClockOf, readClock } from '../../rules/work-orders/order-clock.ts';
import { type OrderRules, orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import type { WorkOrder, WorkOrderOutcome } from '../../rules/work-orders/work-order.ts';
import { pack } from '../../scripts/pack.yaml';
import { STORY_START } from './call-story.ts';

export const BEIJING_RULES: OrderRules = orderRulesOf(pack, 480);

export const EMPTY_RECORD: ComplaintRecord = {
  ...{ region: '', happenedAt: '', product: '', address: '', model: '', serialNumber: '', quantity: '' },
  ...{
    deliveredOn: '',
    whatHappened: '',
    requestedRemedy: '',
    mood: '',
    checkedSoFar: '',
    whyNotSatisfied: '',
  },
  ...{ difficulty: '', fault: '', signs: [] },
};

type OpenedFields = Omit<TeamFact<Extract<WorkOrderEvent, { type: 'work-order-opened' }>>, 'type'>;
type OpenedWith = Partial<Omit<OpenedFields, 'category'>> & {
  readonly family?: OpenedFields['category'];
  readonly by?: string;
};

/**
 * A story over the days of work orders; yields the team's events. Only the story moves the time.
 */
export function orderStory(startsAt: Instant = STORY_START): OrderStory {
  return new OrderStory(startsAt);
}

export class OrderStory {
  readonly events: TeamEvent[] = [];
  #now: Instant;
  #order = 'order-1';
  #by = '0283';

  constructor(startsAt: Instant) {
    this.#now = startsAt;
  }

  get now(): Instant {
    return this.#now;
  }
  /** The folded team events so far. */
  get book(): WorkOrderState {
    return foldWorkOrders(this.events, BEIJING_RULES);
  }
  /** The current state of the story's order. */
  get order(): WorkOrder {
    const order = this.book.orders.get(this.#order);
    if (order === undefined) throw new Error(`no order ${this.#order}`);
    return orderAt(order, this.#now, BEIJING_RULES);
  }

  passes = (amount: number, unit: 'min' | 'h' | 'd' = 'min') => {
    this.#now += amount * { min: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
    return this;
  };
  /** Sets the system clock; the story continues with it. */
  clockIsSet = (to: Instant) => {
    this.#now = to;
    return this;
  };
  onOrder = (id: string) => {
    this.#order = id;
    return this;
  };
  as = (agent: string) => {
    this.#by = agent;
    return this;
  };

  opens = (kind: string, { family = 'complaint', ...more }: OpenedWith = {}) =>
    this.#write({
      type: 'work-order-opened',
      kind,
      category: family,
      number: '+86 139 0000 1234',
      surname: '王',
      title: 'ms',
      matter: '冰箱不制冷',
      note: null,
      record: null,
      promise: null,
      follows: null,
      ...more,
    });
  /** A complaint with a fault, from one customer. */
  complaint = (id: string, number: string, fault: string, product = '冰箱') =>
    this.onOrder(id).opens('quality', { number, record: { ...EMPTY_RECORD, fault, product } });
  moves = (to: string, onBehalfOf: string | null = null) =>
    this.#write({ type: 'work-order-moved', to, remarks: '', onBehalfOf });
  returnsWith = (remarks: string) => this.#write({ type: 'work-order-returned', remarks, onBehalfOf: null });
  remarks = (remarks: string) => this.#write({ type: 'work-order-remarked', remarks });
  promises = (inHours: number, callerTold: boolean) =>
    this.#write({
      type: 'work-order-promised',
      dueAt: this.#now + inHours * 3_600_000,
      callerInformed: callerTold,
    });
  answers = (accepted: boolean) => this.#write({ type: 'work-order-answered', accepted, remarks: '' });
  records = (record: Partial<ComplaintRecord>) =>
    this.#write({ type: 'work-order-recorded', record: { ...EMPTY_RECORD, ...record } });
  isMadeMajor = (why: 'wrong-answer' | 'judged') =>
    this.#write({ type: 'work-order-made-major', why, remarks: '' });
  copiesTo = (to: string) => this.#write({ type: 'work-order-copied', to });
  closes = (outcome: WorkOrderOutcome, reason = '', reportedTo: readonly string[] = []) =>
    this.#write({
      type: 'work-order-closed',
      outcome,
      reason,
      reportedTo: [...reportedTo],
      onBehalfOf: null,
    });

  /** The order's stage, and the minutes left of each running clock; negative is overdue. */
  stands = (stage: string, clocks: Readonly<Record<string, number>>) => {
    const { order } = this;
    expect({ stage: order.stage.id, clocks: minutesLeft(order, this.#now) }).toEqual({ stage, clocks });
    return this;
  };
  clockReads = (name: string, state: string) => {
    const clock = this.order.clocks.findLast(({ of }) => nameOf(of) === name);
    expect([name, clock === undefined ? 'never' : readClock(clock, this.#now).state]).toEqual([name, state]);
    return this;
  };

  #write = (event: TeamFact<WorkOrderEvent>) => {
    const id = `00000000-0000-4000-8000-${String(this.events.length + 1).padStart(12, '0')}`;
    this.events.push(teamEvent(event, this.#order, this.#now, { ...LOCAL_ORIGIN, by: this.#by }, id));
    return this;
  };
}

function minutesLeft(order: WorkOrder, now: Instant): Record<string, number> {
  const running = order.clocks.filter(({ end }) => end === null);
  return Object.fromEntries(running.map(({ of, dueAt }) => [nameOf(of), Math.round((dueAt - now) / 60_000)]));
}

function nameOf(of: ClockOf): string {
  if (of.kind === 'inform-caller') return 'tell';
  return of.kind === 'stage' ? of.stage : of.kind === 'deadline' ? of.deadline : of.kind;
}
