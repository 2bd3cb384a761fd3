import type { ReportHandlers, WatchReports } from '../../calls/call-source.ts';
import type { PhoneReport } from '../../calls/phone-reports/phone-report.ts';

/** Hands what the agent's phones report to the call source that watches them. */
export class PhoneReports {
  readonly #watching = new Set<ReportHandlers>();
  #isOpen = false;

  readonly watch: WatchReports = (handlers) => {
    this.#watching.add(handlers);
    handlers.onConnection(this.#isOpen);
    return () => this.#watching.delete(handlers);
  };

  receive(report: PhoneReport): void {
    for (const { onReport } of this.#watching) onReport(report);
  }

  /** Whether the server's events arrive. */
  connected(isOpen: boolean): void {
    this.#isOpen = isOpen;
    for (const { onConnection } of this.#watching) onConnection(isOpen);
  }
}
