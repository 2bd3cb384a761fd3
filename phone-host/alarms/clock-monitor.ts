import type { Instant } from '../../calls/call-event.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Words } from '../../contract/words.ts';
import {
  callBacksOfAbsent,
  callBacksToNotify,
  callersOf,
} from '../../rules/call-backs/call-backs-to-notify.ts';
import { type CallBack, foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { foldHandovers } from '../../rules/handover/fold-handovers.ts';
import { handoversToNotify } from '../../rules/handover/handovers-to-notify.ts';
import { attendanceAt } from '../../rules/shift/attendance.ts';
import { shiftsToNotify } from '../../rules/shift/shifts-to-notify.ts';
import { POSITION_WORDS, staffAt } from '../../rules/shift/staff-at.ts';
import { clockLabel } from '../../rules/work-orders/clock-label.ts';
import { clocksOfAbsent, isDeputyOf } from '../../rules/work-orders/clocks-of-absent.ts';
import { type ClockRecipient, clocksToNotify } from '../../rules/work-orders/clocks-to-notify.ts';
import { foldWorkOrders, type WorkOrderState } from '../../rules/work-orders/fold-work-orders.ts';
import { nextOrdersChange } from '../../rules/work-orders/open-orders.ts';
import type { OrderClock } from '../../rules/work-orders/order-clock.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { HostPart, OneTimer, type Undo } from '../part.ts';

interface ClockNeeds {
  readonly team: {
    /** The team's events as far as they can be read. */
    readonly events: {
      readonly value: readonly TeamEvent[];
      /** Calls the listener at once, and for every change. */
      subscribe(listener: () => void): Undo;
    };
    /** False while some events cannot be read: clocks that are missing may still run. */
    readonly whole: boolean;
  };
  /** Notifies of another work-order role. */
  readonly membership: { subscribe(listener: () => void): Undo };
  readonly rules: () => OrderRules;
  readonly packs: {
    readonly pack: Pick<Pack, 'settings' | 'shift' | 'directory'>;
  };
  readonly owner: () => ClockRecipient;
  readonly words: Words;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  /** How far the server's clock is from this device's: deadlines are the team's. */
  readonly serverClock: { readonly offset: number | null; subscribe(listener: () => void): Undo };
  readonly now: () => number;
}

/** Longer waits are cut into pieces: timers stand still while the computer sleeps. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Schedules the clocks of open work orders and call-backs in the background, which stores them and
 * notifies. So it notifies even if this host is dead, the panel closed, or the agent still locked
 * out after a restart.
 */
export class ClockMonitor extends HostPart<ClockNeeds> {
  readonly #timer = new OneTimer();
  #state: WorkOrderState | null = null;
  #scheduled = '';

  start(): void {
    const { team, membership, serverClock } = this.needs;
    const check = () => this.#check();
    this.undoOnStop(team.events.subscribe(check), membership.subscribe(check), serverClock.subscribe(check));
  }

  override stop(): void {
    super.stop();
    this.#timer.clear();
  }

  #check(): void {
    const { team, rules, packs, owner, words, ask, serverClock, now } = this.needs;
    const { utcOffsetMinutes } = rules();
    const offset = serverClock.offset ?? 0;
    const at = now() + offset;
    const state = foldWorkOrders(team.events.value, rules(), this.#state);
    this.#state = state;
    const labelOf = (order: WorkOrder, clock: OrderClock) =>
      `${textIn(order.kind.name, words('language'))} · ${clockLabel(order, clock, words)}`;
    const clocks = clocksToNotify(state, at, rules(), owner(), labelOf);
    const { callBacks } = foldCallBacks(team.events.value);
    const calls = callBacksToNotify(
      callBacks,
      owner().agentNumber,
      packs.pack.settings,
      utcOffsetMinutes,
      words('notification.callBack'),
    );
    const shifts = shiftsToNotify(packs.pack.shift, at, utcOffsetMinutes, (begins) =>
      this.#staffLine(begins),
    );
    const { timeZone } = packs.pack.settings;
    const request: BackgroundRequest = {
      to: 'background',
      kind: 'schedule-clocks',
      clocks: [...clocks, ...calls, ...shifts, ...this.#ofAbsent(state, callBacks, at, labelOf)].map(
        (clock) => (timeZone !== '' ? { ...clock, timeZone } : clock),
      ),
      complete: team.whole,
      offset,
    };
    const scheduled = JSON.stringify(request);
    if (scheduled !== this.#scheduled) void ask(request);
    this.#scheduled = scheduled;
    // A shift that has begun makes room for the same one tomorrow.
    const changes = [nextOrdersChange(state, at, rules()), ...shifts.map(({ dueAt }) => dueAt)];
    const next = earliest(changes);
    if (next === null) this.#timer.clear();
    else this.#timer.set(Math.min(Math.max(next - at, 0) + 1, LONGEST_TIMER_MS), () => this.#check());
  }

  /** What this workstation is notified of in place of others, who are absent or late. */
  #ofAbsent(
    state: WorkOrderState,
    callBacks: readonly CallBack[],
    at: number,
    labelOf: (order: WorkOrder, clock: OrderClock) => string,
  ): readonly ScheduledClock[] {
    const { team, rules, packs, owner, words } = this.needs;
    const { pack } = packs;
    const { utcOffsetMinutes, workOrders } = rules();
    const attendance = attendanceAt(at, team.events.value, pack, utcOffsetMinutes);
    const nameOf = (owner: string) =>
      textIn(workOrders.owners.find(({ id }) => id === owner)?.name, words('language'), owner);
    const clocks = clocksOfAbsent(
      ...([state, at, rules(), owner(), attendance] as const),
      (order, clock) =>
        `${clock.owner === 'agent' ? order.hands.join(' ') : nameOf(clock.owner)} · ${labelOf(order, clock)}`,
    );
    if (!isDeputyOf('agent', rules(), owner())) return clocks;
    const calls = callBacksOfAbsent(
      callBacks,
      owner().agentNumber,
      pack.settings,
      utcOffsetMinutes,
      attendance,
      (callBack) =>
        [...callersOf(callBack), ...(callBack.vip ? ['VIP'] : []), words('notification.callBack')].join(
          ' · ',
        ),
    );
    const sheets = handoversToNotify(
      foldHandovers(team.events.value).sheets,
      at,
      attendance,
      (agent) => agent,
    );
    return [...clocks, ...calls, ...sheets];
  }

  /** Positions only: the background stores its schedule in clear. */
  #staffLine(at: Instant): string {
    const { packs, rules, words } = this.needs;
    const positions = staffAt(packs.pack.directory, at, rules().utcOffsetMinutes).map(
      ({ position }) => position,
    );
    const names = [...new Set(positions)].map((position) => words(POSITION_WORDS[position]));
    return names.length === 0 ? '' : words('shift.staff', { names: names.join(words('lead.listSeparator')) });
  }
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
