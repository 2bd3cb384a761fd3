import type { CallSource, CreateCallSource, SourceAccess } from '../../calls/call-source.ts';
import { liveCalls } from '../../calls/fold-phone.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import type { Adapter } from '../../contract/pack/adapter.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { Listeners } from '../listeners.ts';
import { HostPart, type Undo } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { DeviceMonitor } from './device-monitor.ts';
import type { LiveJournal } from './live-journal.ts';
import { accountOf, setUpOf } from './phone-set-up.ts';
import type { StatusFacts } from './status-facts.ts';

interface ConnectionNeeds {
  readonly journal: Pick<LiveJournal, 'phone' | 'subscribe' | 'record'>;
  readonly stores: {
    readonly vault: Pick<Stores['vault'], 'state' | 'subscribe'>;
    readonly credentials: Pick<Stores['credentials'], 'read'>;
    readonly turnSecret?: Pick<Stores['turnSecret'], 'read'>;
  };
  readonly settings: Pick<CurrentSettings, 'reload'>;
  readonly devices: Pick<DeviceMonitor, 'check'>;
  readonly facts: Pick<StatusFacts, 'report'>;
  readonly createSource: CreateCallSource;
  /** Those of the pack in use. */
  readonly adapters?: () => readonly Adapter[];
  readonly access: SourceAccess;
}

/** Keeps the phone connected for the account that is set, and records what the source reports. */
export class SourceConnection extends HostPart<ConnectionNeeds> {
  readonly #connecting = new SerialQueue();
  readonly #listeners = new Listeners();
  readonly #registered = new Listeners();
  #source: CallSource | null = null;
  #reconnectWhenIdle = false;

  /** Null while something is missing that it needs. */
  get source(): CallSource | null {
    return this.#source;
  }

  /** Called with every new source, and with null if there is none. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  /** Called whenever the phone is registered anew; the journal leaves out what it knows already. */
  onRegistered(listener: () => void): Undo {
    return this.#registered.add(listener);
  }

  async start(): Promise<void> {
    const { journal, stores } = this.needs;
    this.undoOnStop(
      journal.subscribe(() => {
        if (this.#reconnectWhenIdle && !this.#isInCall()) void this.reconnect();
      }),
      stores.vault.subscribe(() => void this.reconnect()),
    );
    await this.reconnect();
  }

  override async stop(): Promise<void> {
    super.stop();
    await this.#connecting.run(() => this.#use(null));
  }

  /** Connects for what is set now; during a call, after the call. */
  reconnect(): Promise<void> {
    return this.#connecting.run(() => this.#connect());
  }

  /** The network changed or the computer woke up. */
  wake(): void {
    this.#source?.wake();
  }

  #isInCall(): boolean {
    return liveCalls(this.needs.journal.phone).length > 0;
  }

  async #connect(): Promise<void> {
    this.#reconnectWhenIdle = this.#isInCall();
    if (this.#reconnectWhenIdle) return;
    const { stores, settings, devices, facts, createSource, access } = this.needs;
    const set = await settings.reload();
    const vault = stores.vault.state;
    const secret =
      vault.state === 'not-set-up' ? ({ state: 'none' } as const) : await stores.credentials.read();
    const turnSecret =
      vault.state === 'not-set-up' || set.turnServer === ''
        ? null
        : ((await stores.turnSecret?.read()) ?? null);
    access.notice?.('turn-secret-missing', set.turnServer !== '' && turnSecret === null);
    await devices.check();
    facts.report({ setUp: setUpOf(vault, set, secret) });
    const account = accountOf(set, secret, turnSecret, this.needs.adapters?.());
    // Another volume or another name for the agent is no reason to leave the phone system.
    if (JSON.stringify(account) === JSON.stringify(this.#source?.account ?? null)) {
      this.wake();
      return;
    }
    // A call may have begun to ring while devices and settings were read.
    this.#reconnectWhenIdle = this.#isInCall();
    if (this.#reconnectWhenIdle) return;
    await this.#use(account === null ? null : createSource(account, access));
  }

  async #use(source: CallSource | null): Promise<void> {
    await this.#source?.stop();
    this.#source = source;
    source?.start((event) => {
      this.needs.journal.record(source.id, event);
      if (event.type === 'registered') this.#registered.notify();
    });
    this.#listeners.notify();
  }
}
