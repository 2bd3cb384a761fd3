import type { CommandResult } from '../../call-command.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource, WatchedPhone } from '../../call-source.ts';
import type { AbandonedEnd, Dialog } from '../../dialog.ts';
import type { Registration } from '../../fold-phone.ts';
import type { Clock } from '../clock.ts';
import { CallRegistry } from '../jssip/call-registry.ts';
import type { Reachability } from '../sip-front/self-check.ts';
import { DialogCalls } from './dialog-calls.ts';
import { EventSubscription, type Subscriber } from './event-subscription.ts';
import { readDialogInfo } from './read-dialog-info.ts';

/** What is used of the SIP account of this extension. */
export type SubscribingPhone = Omit<CallSource, 'id' | 'account' | 'command'> & {
  readonly subscriber: Subscriber;
};

interface DialogEventsOptions {
  readonly account: WatchedPhone;
  /** Registers the account; it must refuse the calls that come to it. */
  readonly phone: SubscribingPhone;
  readonly clock: Clock;
  readonly token: () => string;
  readonly report: (detail: string) => void;
}

const NOT_HERE: CommandResult = { ok: false, reason: 'watch-only' };

/**
 * A desk phone, whose calls its phone system reports (RFC 4235) over the registration of our own
 * account. They can only be watched. Without the reports the phone status is not green.
 */
export class DialogEventsSource implements CallSource {
  readonly id = 'dialog-events';
  readonly watchOnly = true;
  readonly account: WatchedPhone;
  readonly #options: DialogEventsOptions;
  readonly #registry: CallRegistry;
  readonly #calls: DialogCalls;
  readonly #subscription: EventSubscription;

  constructor(options: DialogEventsOptions) {
    const { account, phone, clock, token } = options;
    this.account = account;
    this.#options = options;
    this.#registry = new CallRegistry(clock);
    this.#calls = new DialogCalls((event) => this.#registry.record(event));
    this.#subscription = new EventSubscription({
      ...{ subscriber: phone.subscriber, clock, token, random: Math.random },
      account: `sip:${account.over.user}@${account.over.domain}`,
      target: account.ipPhone,
      onDocument: (body) => this.#read(body),
      onActive: (isActive) => this.#reports(isActive),
    });
  }

  get registration(): Registration {
    return this.#registry.registration;
  }

  get lastConfirmedAt(): Instant | null {
    return this.#options.phone.lastConfirmedAt;
  }

  get reachability(): Reachability {
    return this.#options.phone.reachability;
  }

  start(emit: (event: CallEvent | PhoneEvent) => void): void {
    this.#registry.emitTo(emit);
    this.#options.phone.start((event) => {
      if (event.type === 'registered') this.#subscribe();
      if (event.type !== 'registration-lost') return;
      this.#subscription.pause();
      this.#registry.record(event);
    });
  }

  async command(): Promise<CommandResult> {
    return NOT_HERE;
  }

  wake(): void {
    this.#options.phone.wake();
    this.#subscription.refresh();
  }

  endAbandoned(dialog: Dialog): Promise<AbandonedEnd> {
    return this.#options.phone.endAbandoned(dialog);
  }

  async stop(): Promise<void> {
    await this.#subscription.stop();
    this.#calls.endAll(this.#registry.now());
    await this.#options.phone.stop();
  }

  #subscribe(): void {
    this.#calls.restart();
    this.#subscription.start();
  }

  #read(body: string): boolean {
    const info = readDialogInfo(body);
    if (info !== null) return this.#calls.apply(info, this.#registry.now());
    this.#options.report('dialog-info');
    return false;
  }

  #reports(isActive: boolean): void {
    const at = this.#registry.now();
    // Calls go on meanwhile: the next subscription begins with the whole state.
    if (isActive) this.#registry.record({ type: 'registered', at });
    else this.#registry.record({ type: 'registration-lost', cause: 'calls-not-reported', at });
  }
}
