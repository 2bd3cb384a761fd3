import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Words } from '../../contract/words.ts';
import type { CallBackSettings } from '../../rules/call-backs/call-back-times.ts';
import { callBacksToNotify } from '../../rules/call-backs/call-backs-to-notify.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { clockLabel } from '../../rules/work-orders/clock-label.ts';
import { type ClockRecipient, clocksToNotify } from '../../rules/work-orders/clocks-to-notify.ts';
import { foldWorkOrders, type WorkOrderState } from '../../rules/work-orders/fold-work-orders.ts';
import { nextOrdersChange } from '../../rules/work-orders/open-orders.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';

interface ClockMonitorPorts {
  /** The team's ledger, as far as it can be read. */
  readonly events: () => readonly TeamEvent[];
  /** False while some of it cannot be read: what is missing may still be open. */
  readonly complete: () => boolean;
  readonly rules: () => OrderRules;
  readonly settings: () => CallBackSettings;
  readonly owner: () => ClockRecipient;
  readonly words: Words;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly now: () => number;
}

/** Waits past this are cut into pieces: timers stand still while the computer sleeps. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Hands the clocks of open work orders and call-backs to the background, which keeps them, rings at them and remembers what it said. So they
 * are told with this host dead, the panel closed, or nobody unlocked after a restart.
 */
export class ClockMonitor {
  readonly #ports: ClockMonitorPorts;
  #state: WorkOrderState | null = null;
  #handedOver = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ports: ClockMonitorPorts) {
    this.#ports = ports;
  }

  /** To be called when the ledger grew, or the agent or their work-order role changed. */
  check(): void {
    const { events, complete, rules, settings, owner, words, ask, now } = this.#ports;
    const at = now();
    const state = foldWorkOrders(events(), rules(), this.#state);
    this.#state = state;
    const clocks = clocksToNotify(
      state,
      at,
      rules(),
      owner(),
      (order, clock) => `${textIn(order.kind.name, words('language'))} · ${clockLabel(order, clock, words)}`,
    );
    const { agentNumber } = owner();
    const { utcOffsetMinutes } = rules();
    const { callBacks } = foldCallBacks(events());
    const calls = callBacksToNotify(
      callBacks,
      agentNumber,
      settings(),
      utcOffsetMinutes,
      // Anybody may see a notification: it says no more.
      words('notification.callBack'),
    );
    const request: BackgroundRequest = {
      to: 'background',
      kind: 'schedule-clocks',
      clocks: [...clocks, ...calls],
      complete: complete(),
    };
    const handedOver = JSON.stringify(request);
    if (handedOver !== this.#handedOver) void ask(request);
    this.#handedOver = handedOver;
    this.#scheduleCheck(nextOrdersChange(state, at, rules()), at);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #scheduleCheck(next: number | null, now: number): void {
    this.stop();
    if (next === null) return;
    this.#timer = setTimeout(() => this.check(), Math.min(Math.max(next - now, 0) + 1, LONGEST_TIMER_MS));
  }
}
