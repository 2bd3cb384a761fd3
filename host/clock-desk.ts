import type { BackgroundRequest } from '../contract/messages/background-request.ts';
import type { PackLanguage } from '../contract/pack/localized-text.ts';
import type { TeamEvent } from '../contract/team/team-event.ts';
import type { CallBackSettings } from '../rules/call-backs/call-back-times.ts';
import { callBacksToTell } from '../rules/call-backs/call-backs-to-tell.ts';
import { foldCallBacks } from '../rules/call-backs/fold-call-backs.ts';
import { clockLabel } from '../rules/work-orders/clock-label.ts';
import { clocksToTell, type DeskOwner } from '../rules/work-orders/clocks-to-tell.ts';
import { foldWorkOrders, type WorkOrderBook } from '../rules/work-orders/fold-work-orders.ts';
import { nextOrdersChange } from '../rules/work-orders/open-orders.ts';
import type { OrderRules } from '../rules/work-orders/order-rules.ts';

interface ClockDeskPorts {
  /** The team's ledger, as far as it can be read. */
  readonly events: () => readonly TeamEvent[];
  /** False while some of it cannot be read: what is missing may still be open. */
  readonly complete: () => boolean;
  readonly rules: () => OrderRules;
  readonly settings: () => CallBackSettings;
  readonly desk: () => DeskOwner;
  readonly language: PackLanguage;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly now: () => number;
}

/** A notification may be seen by anybody: it says no more. */
const CALL_BACK: Readonly<Record<PackLanguage, string>> = {
  'zh-CN': '回访',
  'zh-TW': '回訪',
  en: 'Call-back',
};

/** Waits past this are cut into pieces: timers stand still while the computer sleeps. */
const LONGEST_TIMER_MS = 60_000;

/**
 * Hands the clocks of open work orders and call-backs to the background, which keeps them, rings at them and remembers what it said. So they
 * are told with this host dead, the panel closed, or nobody unlocked after a restart.
 */
export class ClockDesk {
  readonly #ports: ClockDeskPorts;
  #book: WorkOrderBook | null = null;
  #handedOver = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ports: ClockDeskPorts) {
    this.#ports = ports;
  }

  /** To be called when the ledger grew, or the agent or their duty changed. */
  look(): void {
    const { events, complete, rules, settings, desk, language, ask, now } = this.#ports;
    const at = now();
    const book = foldWorkOrders(events(), rules(), this.#book);
    this.#book = book;
    const clocks = clocksToTell(
      book,
      at,
      rules(),
      desk(),
      (order, clock) => `${order.kind.name[language]} · ${clockLabel(order, clock, language)}`,
    );
    const { agentNumber } = desk();
    const { utcOffsetMinutes } = rules();
    const { callBacks } = foldCallBacks(events());
    const calls = callBacksToTell(callBacks, agentNumber, settings(), utcOffsetMinutes, CALL_BACK[language]);
    const request: BackgroundRequest = {
      to: 'background',
      kind: 'schedule-clocks',
      clocks: [...clocks, ...calls],
      complete: complete(),
    };
    const handedOver = JSON.stringify(request);
    if (handedOver !== this.#handedOver) void ask(request);
    this.#handedOver = handedOver;
    this.#lookAgainAt(nextOrdersChange(book, at, rules()), at);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #lookAgainAt(next: number | null, now: number): void {
    this.stop();
    if (next === null) return;
    this.#timer = setTimeout(() => this.look(), Math.min(Math.max(next - now, 0) + 1, LONGEST_TIMER_MS));
  }
}
