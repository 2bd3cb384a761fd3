import type { Call } from '../calls/call.ts';
import type { CallId } from '../calls/call-event.ts';
import type { CallSource } from '../calls/call-source.ts';
import { findCall, liveCalls, type Phone } from '../calls/fold-phone.ts';
import type { HostEvent } from '../calls/host-event.ts';
import type { JournalEntry } from '../calls/journal-entry.ts';
import type { LineEvent } from '../calls/line-event.ts';
import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../contract/messages/host-message.ts';
import type { PhoneLight } from '../contract/phone-light.ts';
import type { HangUpDesk } from './hang-up-desk.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { Lamp } from './lamp.ts';
import type { LineDesk } from './line-desk.ts';
import { LiveJournal, type RulesPort } from './live-journal.ts';
import type { NoteKeeper } from './note-keeper.ts';
import { RequestDesk } from './request-desk.ts';
import type { RingDesk } from './ring-desk.ts';
import type { ShiftDesk } from './shift-desk.ts';

/** A phone system that can also be told to look whether it is still reachable. */
export interface PhoneSource extends CallSource {
  /** The network changed or the machine woke: register again now. */
  wake(): void;
}

export interface PhoneHostParts {
  readonly writer: JournalWriter;
  readonly rules: RulesPort;
  readonly ring: RingDesk;
  readonly notes: NoteKeeper;
  readonly lamp: Lamp;
  readonly line: Pick<LineDesk, 'follow' | 'settingsChanged'>;
  readonly hangUps: HangUpDesk;
  readonly shift: Pick<ShiftDesk, 'follow'>;
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
  readonly #requests: RequestDesk;
  readonly #live: LiveJournal;
  #source: PhoneSource | null = null;
  #connecting: Promise<void> = Promise.resolve();
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
    this.#requests = new RequestDesk({
      phone: () => this.phone,
      source: () => this.#source,
      hangUps: parts.hangUps,
      asksBeforeMute: parts.asksBeforeMute,
      record: (event) => this.#live.take('agent', event),
      now: parts.now,
    });
    this.#channel.onmessage = ({ data }: MessageEvent<ViewRequest | HostMessage>) => void this.#hear(data);
  }

  get phone(): Phone {
    return this.#live.phone;
  }

  /** Connects for what is set now; while a call is up, after it. What is connected already only looks again. */
  reconnect(): Promise<void> {
    // One that failed was told to whoever asked for it; the next one is tried all the same.
    this.#connecting = this.#connecting.catch(() => {}).then(() => this.#connect());
    return this.#connecting;
  }

  wake(): void {
    this.#source?.wake();
    this.#parts.writer.tryAgain();
    this.#live.bringUpToDate();
  }

  showLight(light: PhoneLight): void {
    this.#tell({ kind: 'light', light, newestSeq: this.#parts.writer.newestSeq });
    this.#parts.ring.follow(this.phone, light.light === 'out');
  }

  broadcast(entries: readonly JournalEntry[]): void {
    this.#tell({ kind: 'appended', entries });
  }

  /** What the ear tells of the line. */
  hear(event: LineEvent): void {
    this.#live.take('ear', event);
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
    this.#source?.start((event) => this.#live.take('jssip', event));
    this.#parts.lamp.look();
  }

  #follow(phone: Phone, entry: JournalEntry): void {
    this.#parts.ring.follow(phone, this.#parts.lamp.light.light === 'out');
    this.#parts.notes.follow(phone, entry);
    this.#parts.line.follow();
    this.#parts.shift.follow(phone, entry);
    for (const follower of this.#parts.followers) follower.follow();
    this.#parts.lamp.look();
    const { event } = entry;
    if (event.type === 'ringing' || event.type === 'dialling')
      void this.#recognise(findCall(phone, event.call));
    if (this.#reconnectWhenIdle && liveCalls(phone).length === 0) void this.reconnect();
  }

  async #recognise(call: Call | undefined): Promise<void> {
    if (call === undefined) return;
    await this.#parts.writer.settled();
    const known = await this.#parts.recognise(call);
    if (known !== null) this.#live.take('host', known);
  }

  async #hear(request: ViewRequest | HostMessage): Promise<void> {
    switch (request.kind) {
      case 'hello':
        await this.#parts.writer.settled();
        this.showLight(this.#parts.lamp.light);
        break;
      case 'settings-changed':
        this.#parts.writer.tryAgain();
        await Promise.all([this.#parts.line.settingsChanged(), this.reconnect()]);
        break;
      case 'command':
      case 'record':
      case 'force-hang-up':
      case 'shortcut':
        this.#tell({ kind: 'acknowledged', id: request.id, result: await this.#requests.take(request) });
        break;
      default:
        break;
    }
  }

  #tell(message: HostMessage): void {
    this.#channel.postMessage(message);
  }
}
