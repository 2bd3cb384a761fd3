import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../../contract/messages/host-message.ts';
import { HostPart, onMessage } from '../part.ts';
import type { DeviceMonitor } from './device-monitor.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { LineMonitor } from './line-monitor.ts';
import type { LiveJournal } from './live-journal.ts';
import type { PhoneStatusMonitor } from './phone-status-monitor.ts';
import type { RequestHandler } from './request-handler.ts';
import type { SourceConnection } from './source-connection.ts';

interface ViewNeeds {
  readonly journal: Pick<LiveJournal, 'newestSeq' | 'subscribe'>;
  readonly writer: Pick<JournalWriter, 'settled' | 'tryAgain'>;
  readonly status: Pick<PhoneStatusMonitor, 'phoneStatus' | 'problems' | 'notices' | 'subscribe'>;
  readonly line: Pick<LineMonitor, 'settingsChanged'>;
  readonly devices: Pick<DeviceMonitor, 'check'>;
  readonly connection: Pick<SourceConnection, 'reconnect'>;
  /** Tries again what a notice names. */
  readonly retry: () => void;
  readonly now: () => number;
  readonly requests: Pick<RequestHandler, 'handle'>;
}

/** Sends journal entries and the phone status to every view, and answers the views' requests. */
export class ViewChannel extends HostPart<ViewNeeds> {
  readonly #channel = new BroadcastChannel(HOST_CHANNEL);

  start(): void {
    const { journal, status } = this.needs;
    this.undoOnStop(
      journal.subscribe((_phone, entry) => this.#publish({ kind: 'appended', entries: [entry] })),
      status.subscribe(() => this.#publishStatus()),
      onMessage<ViewRequest | HostMessage>(this.#channel, (message) => void this.#receive(message)),
    );
  }

  async #receive(message: ViewRequest | HostMessage): Promise<void> {
    const { writer, line, devices, connection, requests } = this.needs;
    switch (message.kind) {
      case 'hello':
        await writer.settled();
        this.#publishStatus();
        break;
      case 'settings-changed':
        writer.tryAgain();
        await Promise.all([line.settingsChanged(), devices.check(), connection.reconnect()]);
        break;
      case 'retry':
        this.needs.retry();
        break;
      case 'command':
      case 'record':
      case 'force-hang-up':
      case 'shortcut':
        this.#publish({ kind: 'acknowledged', id: message.id, result: await requests.handle(message) });
        break;
      case 'appended':
      case 'phone-status':
      case 'acknowledged':
      // host-pulse.ts answers pings, also before this part has started.
      case 'ping':
      case 'pong':
        break;
    }
  }

  #publishStatus(): void {
    const { status, journal } = this.needs;
    const { phoneStatus, problems, notices } = status;
    const { newestSeq } = journal;
    const now = this.needs.now();
    this.#publish({ kind: 'phone-status', phoneStatus, problems, notices, newestSeq, now });
  }

  #publish(message: HostMessage): void {
    this.#channel.postMessage(message);
  }
}
