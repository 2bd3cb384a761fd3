import type { AgentEvent } from '../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../calls/call-command.ts';
import type { JournalEntry } from '../calls/journal-entry.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import { HOST_CHANNEL, type HostMessage, type ViewRequest } from '../contract/messages/host-message.ts';
import type { PhoneNotice, PhoneStatus, ProblemCounts } from '../contract/messages/phone-status.ts';
import { pingHost } from './host-pulse.ts';
import { HostWatch } from './host-watch.ts';

export interface HostLinkPorts {
  /** The stored entries with a higher number than `seq`. */
  readonly loadSince: (seq: number) => Promise<readonly JournalEntry[]>;
  /** Asks the background to start a phone host if none lives. */
  readonly wakeHost: () => Promise<unknown>;
  /** Asks the background to end the phone host, even if it lives, and to start another. */
  readonly restartHost: () => Promise<unknown>;
  readonly onEntries: (entries: readonly JournalEntry[]) => void;
  /** All entries will come again: after an unlock, or because a host died before it stored some. */
  readonly onForget: () => void;
  /** The time now by the host's clock. */
  readonly onHostTime?: (now: number) => void;
  readonly onPhoneStatus: (
    phoneStatus: PhoneStatus,
    problems: ProblemCounts,
    notices: readonly PhoneNotice[],
  ) => void;
}

/** A host answers within a few milliseconds, and a new one starts within a second. */
const ANSWER_WITHIN_MS = 1500;
/** A host that lives may still be waiting for the microphone or for the other side. */
const BUSY_WITHIN_MS = 6000;

const HOST_MISSING: PhoneStatus = { status: 'out', issue: 'host-missing' };

/**
 * Connects a view to the phone host. It subscribes first, then loads, and drops repeats by sequence
 * number: an entry in between is shown once. After a gap in the numbers it loads again.
 */
export class HostLink {
  readonly #channel = new BroadcastChannel(HOST_CHANNEL);
  readonly #ports: HostLinkPorts;
  readonly #waiting = new Map<string, (result: CommandResult) => void>();
  readonly #loads = new SerialQueue();
  #newestSeq = 0;
  #early: JournalEntry[] | null = [];
  readonly #watch: HostWatch;

  constructor(ports: HostLinkPorts) {
    this.#ports = ports;
    this.#watch = new HostWatch({
      wakeHost: () => ports.wakeHost(),
      onMissing: () => ports.onPhoneStatus(HOST_MISSING, {}, []),
      // The next host counts on from the stored entries, so it may use numbers that were shown
      // here.
      onBack: () => this.reload(),
    });
    this.#channel.onmessage = ({ data }: MessageEvent<HostMessage | ViewRequest>) => {
      if (data.kind === 'appended' || data.kind === 'acknowledged' || data.kind === 'phone-status')
        this.#receive(data);
    };
  }

  /** Loads the earlier entries, then asks the host for the phone status. */
  async open(): Promise<void> {
    await this.#load();
    this.#post({ kind: 'hello' });
    this.#watch.start();
  }

  /** Loads all entries again: after an unlock more of them can be read. */
  async reload(): Promise<void> {
    await this.#loads.run(async () => {
      this.#ports.onForget();
      this.#newestSeq = 0;
      await this.#loadNow();
    });
    // The host answers when the entries that it has published are stored.
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

  /** Tries again what a notice names. */
  retry(): void {
    this.#post({ kind: 'retry' });
  }

  /** The agent wants the phone restarted, even if its host lives. */
  async restart(): Promise<void> {
    this.#ports.onPhoneStatus({ status: 'working', doing: 'starting' }, {}, []);
    try {
      await this.#ports.restartHost();
    } catch (error) {
      console.warn('phone host: could not be restarted', error);
      this.#ports.onPhoneStatus(HOST_MISSING, {}, []);
    }
  }

  close(): void {
    this.#watch.close();
    this.#channel.close();
  }

  async #ask(request: (id: string) => ViewRequest): Promise<CommandResult> {
    const id = crypto.randomUUID();
    const first = await this.#send(id, request(id), ANSWER_WITHIN_MS);
    if (first !== 'unanswered') return first;
    // A second request has the same id: the host applies it once, if the first arrived after all.
    if ((await pingHost()) === 'running') {
      const late = await this.#send(id, request(id), BUSY_WITHIN_MS);
      return late === 'unanswered' ? { ok: false, reason: 'timed-out' } : late;
    }
    // Report the missing host first; the restart is shown after it.
    this.#ports.onPhoneStatus(HOST_MISSING, {}, []);
    try {
      await this.#ports.wakeHost();
    } catch (error) {
      console.warn('phone host: could not be requested', error);
    }
    const second = await this.#send(id, request(id), ANSWER_WITHIN_MS);
    // A host that was only slow says how it is.
    this.#post({ kind: 'hello' });
    return second === 'unanswered' ? { ok: false, reason: 'no-host' } : second;
  }

  #send(id: string, request: ViewRequest, withinMs: number): Promise<CommandResult | 'unanswered'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        resolve('unanswered');
      }, withinMs);
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
        this.#ports.onHostTime?.(message.now);
        this.#ports.onPhoneStatus(message.phoneStatus, message.problems, message.notices);
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

  /** One load after another: they share the entries that come meanwhile. */
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
