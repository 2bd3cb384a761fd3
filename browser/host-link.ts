import type { AgentEvent } from '../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../calls/call-command.ts';
import type { JournalEntry } from '../calls/journal-entry.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import {
  HOST_CHANNEL,
  HOST_LOCK,
  type HostMessage,
  type ViewRequest,
} from '../contract/messages/host-message.ts';
import type { PhoneStatus } from '../contract/messages/phone-status.ts';

export interface HostLinkPorts {
  /** What is stored of the journal with a higher number than `seq`. */
  readonly loadSince: (seq: number) => Promise<readonly JournalEntry[]>;
  /** Asks the background for a phone host, if there is none. */
  readonly wakeHost: () => Promise<unknown>;
  readonly onEntries: (entries: readonly JournalEntry[]) => void;
  /** Everything will be told anew: after an unlock, or because a host died with things shown that were never stored. */
  readonly onForget: () => void;
  readonly onPhoneStatus: (phoneStatus: PhoneStatus) => void;
}

/** A host answers within a few milliseconds; a missing one is created within a second. */
const ANSWER_WITHIN_MS = 1500;
/** Longest start of a host that was seen, many times over; after it, another is asked for. */
const HOST_STARTS_WITHIN_MS = 5000;

/**
 * A view's wire to the phone host: it subscribes first, then loads, and drops repeats by sequence number, so that
 * whatever happens between the two is shown once. A gap in the numbers makes it load again.
 */
export class HostLink {
  readonly #channel = new BroadcastChannel(HOST_CHANNEL);
  readonly #ports: HostLinkPorts;
  readonly #waiting = new Map<string, (result: CommandResult) => void>();
  readonly #loads = new SerialQueue();
  #newestSeq = 0;
  #early: JournalEntry[] | null = [];
  #hostShown: () => void = () => {};
  #closed = false;

  constructor(ports: HostLinkPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<HostMessage | ViewRequest>) => {
      if (data.kind === 'appended' || data.kind === 'acknowledged' || data.kind === 'phone-status')
        this.#receive(data);
    };
  }

  /** Loads what happened before, then asks the host for its lamp. */
  async open(): Promise<void> {
    await this.#load();
    this.#post({ kind: 'hello' });
    void this.#watchHost();
  }

  /** Loads everything anew: after an unlock, entries that could not be read before can be. */
  async reload(): Promise<void> {
    await this.#loads.run(async () => {
      this.#ports.onForget();
      this.#newestSeq = 0;
      await this.#loadNow();
    });
    // What the host has told but not stored yet: it answers when that can be loaded.
    this.#post({ kind: 'hello' });
  }

  command(command: CallCommand): Promise<CommandResult> {
    return this.#ask((id) => ({ kind: 'command', id, command }));
  }

  record(event: AgentEvent): Promise<CommandResult> {
    return this.#ask((id) => ({ kind: 'record', id, event }));
  }

  forceHangUp(call: string): Promise<CommandResult> {
    return this.#ask((id) => ({ kind: 'force-hang-up', id, call }));
  }

  notifySettingsChanged(): void {
    this.#post({ kind: 'settings-changed' });
  }

  close(): void {
    this.#closed = true;
    this.#channel.close();
  }

  /** The lock is free only while there is no host: then one is asked for, at once, and not at the next alarm. */
  async #watchHost(): Promise<void> {
    while (!this.#closed) {
      await navigator.locks.request(HOST_LOCK, { mode: 'shared' }, () => {});
      if (this.#closed) return;
      this.#ports.onPhoneStatus({ status: 'out', issue: 'host-missing' });
      const shown = new Promise<void>((resolve) => {
        this.#hostShown = resolve;
      });
      await this.#ports.wakeHost();
      await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, HOST_STARTS_WITHIN_MS))]);
      if (this.#closed) return;
      // The next host counts on from what is stored, so its numbers may have been seen here already.
      await this.reload();
    }
  }

  async #ask(request: (id: string) => ViewRequest): Promise<CommandResult> {
    const id = crypto.randomUUID();
    const first = await this.#send(id, request(id));
    if (first !== 'unanswered') return first;
    // The same id again: should the first have arrived after all, the host applies it once.
    await this.#ports.wakeHost();
    const second = await this.#send(id, request(id));
    return second === 'unanswered' ? { ok: false, reason: 'no-host' } : second;
  }

  #send(id: string, request: ViewRequest): Promise<CommandResult | 'unanswered'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        resolve('unanswered');
      }, ANSWER_WITHIN_MS);
      this.#waiting.set(id, (result) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(result);
      });
      this.#post(request);
    });
  }

  #receive(message: HostMessage): void {
    switch (message.kind) {
      case 'appended':
        this.#receiveAppended(message.entries);
        break;
      case 'phone-status':
        this.#hostShown();
        this.#ports.onPhoneStatus(message.phoneStatus);
        if (message.newestSeq > this.#newestSeq && this.#early === null) void this.#load();
        break;
      case 'acknowledged':
        this.#waiting.get(message.id)?.(message.result);
        break;
    }
  }

  #receiveAppended(entries: readonly JournalEntry[]): void {
    if (this.#early !== null) {
      this.#early.push(...entries);
    } else if ((entries[0]?.seq ?? 0) > this.#newestSeq + 1) {
      this.#early = [...entries];
      void this.#load();
    } else {
      this.#show(entries);
    }
  }

  /** One after another: what a second load shows must not be taken apart by the end of the first. */
  #load(): Promise<void> {
    return this.#loads.run(() => this.#loadNow());
  }

  async #loadNow(): Promise<void> {
    this.#early ??= [];
    const stored = await this.#ports.loadSince(this.#newestSeq);
    const early = this.#early;
    this.#early = null;
    this.#show([...stored, ...early]);
  }

  #show(entries: readonly JournalEntry[]): void {
    const fresh: JournalEntry[] = [];
    for (const entry of [...entries].sort((one, other) => one.seq - other.seq)) {
      if (entry.seq <= this.#newestSeq) continue;
      this.#newestSeq = entry.seq;
      fresh.push(entry);
    }
    if (fresh.length > 0) this.#ports.onEntries(fresh);
  }

  #post(request: ViewRequest): void {
    this.#channel.postMessage(request);
  }
}
