import type { Call } from '../calls/call.ts';
import type { CallId } from '../calls/call-event.ts';
import type { CallSource } from '../calls/call-source.ts';
import { findCall, liveCalls, type Phone } from '../calls/fold-phone.ts';
import type { HostEvent } from '../calls/host-event.ts';
import type { JournalEntry } from '../calls/journal-entry.ts';
import type { LineEvent } from '../calls/line-event.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../contract/messages/host-message.ts';
import type { PhoneStatus } from '../contract/messages/phone-status.ts';
import type { ShiftMonitor } from './alarms/shift-monitor.ts';
import type { HangUpPolicy } from './call/hang-up-policy.ts';
import type { JournalWriter } from './call/journal-writer.ts';
import type { LineMonitor } from './call/line-monitor.ts';
import { LiveJournal, type RulesPort } from './call/live-journal.ts';
import type { NoteRecorder } from './call/note-recorder.ts';
import type { PhoneStatusMonitor } from './call/phone-status-monitor.ts';
import { RequestHandler } from './call/request-handler.ts';
import type { RingController } from './call/ring-controller.ts';

/** A phone system that can also be told to look whether it is still reachable. */
export interface PhoneSource extends CallSource {
  /** The network changed or the machine woke: register again now. */
  wake(): void;
}

export interface PhoneHostParts {
  readonly writer: JournalWriter;
  readonly rules: RulesPort;
  readonly ring: RingController;
  readonly notes: NoteRecorder;
  readonly statusMonitor: PhoneStatusMonitor;
  readonly line: Pick<LineMonitor, 'follow' | 'settingsChanged'>;
  readonly hangUps: HangUpPolicy;
  readonly shift: Pick<ShiftMonitor, 'follow'>;
  /** Told after every event: what waits for the end of a call, and who watches the floor. */
  readonly followers: readonly { follow(): void }[];
  readonly asksBeforeMute: (call: CallId) => boolean;
  /** Today's journal as far as it can be read, calls found open already closed. */
  readonly earlier: readonly JournalEntry[];
  readonly now: () => number;
  /** What is known of the number of a call that has begun; null for nothing. */
  readonly recognise: (call: Call) => Promise<HostEvent | null>;
  /**
   * Looks at what is set now. `unchanged` if the source in use is already for that; else the way to make the new one,
   * which gives null while something is missing.
   */
  readonly connect: () => Promise<'unchanged' | (() => PhoneSource | null)>;
}

/** Keeps the phone: the only one that appends to the journal, and the one that outlives every view. */
export class PhoneHost {
  readonly #parts: PhoneHostParts;
  readonly #channel = new BroadcastChannel(HOST_CHANNEL);
  readonly #requests: RequestHandler;
  readonly #live: LiveJournal;
  #source: PhoneSource | null = null;
  readonly #connecting = new SerialQueue();
  #reconnectWhenIdle = false;

  constructor(parts: PhoneHostParts) {
    this.#parts = parts;
    this.#live = new LiveJournal(
      {
        append: (source, event) => parts.writer.append(source, event),
        rules: parts.rules,
        now: parts.now,
        changed: (phone, entry) => this.#follow(phone, entry),
      },
      parts.earlier,
    );
    this.#requests = new RequestHandler({
      phone: () => this.phone,
      source: () => this.#source,
      hangUps: parts.hangUps,
      asksBeforeMute: parts.asksBeforeMute,
      record: (event) => this.#live.record('agent', event),
      now: parts.now,
    });
    this.#channel.onmessage = ({ data }: MessageEvent<ViewRequest | HostMessage>) => void this.#receive(data);
  }

  get phone(): Phone {
    return this.#live.phone;
  }

  /** Connects for what is set now; while a call is up, after it. What is connected already only looks again. */
  reconnect(): Promise<void> {
    return this.#connecting.run(() => this.#connect());
  }

  wake(): void {
    this.#source?.wake();
    this.#parts.writer.tryAgain();
    this.#live.bringUpToDate();
  }

  showPhoneStatus(phoneStatus: PhoneStatus): void {
    this.#publish({ kind: 'phone-status', phoneStatus, newestSeq: this.#parts.writer.newestSeq });
    this.#parts.ring.follow(this.phone, phoneStatus.status === 'out');
  }

  broadcast(entries: readonly JournalEntry[]): void {
    this.#publish({ kind: 'appended', entries });
  }

  /** What the ear tells of the line. */
  recordLineEvent(event: LineEvent): void {
    this.#live.record('line', event);
  }

  async stop(): Promise<void> {
    this.#live.stop();
    await this.#source?.stop();
    await this.#parts.writer.settled();
    this.#channel.close();
  }

  async #connect(): Promise<void> {
    if (liveCalls(this.phone).length > 0) {
      this.#reconnectWhenIdle = true;
      return;
    }
    this.#reconnectWhenIdle = false;
    const make = await this.#parts.connect();
    if (make === 'unchanged') {
      this.#source?.wake();
      return;
    }
    // A call may have begun to ring while devices and settings were looked at.
    if (liveCalls(this.phone).length > 0) {
      this.#reconnectWhenIdle = true;
      return;
    }
    await this.#source?.stop();
    this.#source = make();
    this.#source?.start((event) => this.#live.record('jssip', event));
    this.#parts.statusMonitor.check();
  }

  #follow(phone: Phone, entry: JournalEntry): void {
    this.#parts.ring.follow(phone, this.#parts.statusMonitor.phoneStatus.status === 'out');
    this.#parts.notes.follow(phone, entry);
    this.#parts.line.follow();
    this.#parts.shift.follow(phone, entry);
    for (const follower of this.#parts.followers) follower.follow();
    this.#parts.statusMonitor.check();
    const { event } = entry;
    if (event.type === 'ringing' || event.type === 'dialling')
      void this.#recognise(findCall(phone, event.call));
    if (this.#reconnectWhenIdle && liveCalls(phone).length === 0) void this.reconnect();
  }

  async #recognise(call: Call | undefined): Promise<void> {
    if (call === undefined) return;
    await this.#parts.writer.settled();
    const known = await this.#parts.recognise(call);
    if (known !== null) this.#live.record('host', known);
  }

  async #receive(request: ViewRequest | HostMessage): Promise<void> {
    switch (request.kind) {
      case 'hello':
        await this.#parts.writer.settled();
        this.showPhoneStatus(this.#parts.statusMonitor.phoneStatus);
        break;
      case 'settings-changed':
        this.#parts.writer.tryAgain();
        await Promise.all([this.#parts.line.settingsChanged(), this.reconnect()]);
        break;
      case 'command':
      case 'record':
      case 'force-hang-up':
      case 'shortcut':
        this.#publish({ kind: 'acknowledged', id: request.id, result: await this.#requests.handle(request) });
        break;
      default:
        break;
    }
  }

  #publish(message: HostMessage): void {
    this.#channel.postMessage(message);
  }
}
