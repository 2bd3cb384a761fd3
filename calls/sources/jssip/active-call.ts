import type { UA } from 'jssip';
import type { CommandRefusal, CommandResult } from '../../call-command.ts';
import type { CallId } from '../../call-event.ts';
import { SerialQueue } from '../../timing/serial-queue.ts';
import type { CallRegistry } from './call-registry.ts';
import type { JssipCall } from './jssip-call.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { readTarget } from './sip-target.ts';

interface ActiveCallOptions {
  readonly ua: UA;
  readonly config: JssipSourceConfig;
  readonly registry: CallRegistry;
  readonly calls: ReadonlyMap<CallId, JssipCall>;
  /** Starts an outbound session; throws TypeError for a target that JsSIP cannot parse. */
  readonly startSession: (target: string, microphone: MediaStream) => void;
}

const DONE: CommandResult = { ok: true };
const refuse = (reason: CommandRefusal): CommandResult => ({ ok: false, reason });

/**
 * The commands that make a call the active one: the one that the agent talks to. Each command first
 * puts the call that is active on hold and waits until the other side agrees. They run one after
 * another, so that no two calls are active at once.
 */
export class ActiveCall {
  readonly #options: ActiveCallOptions;
  readonly #queue = new SerialQueue();

  constructor(options: ActiveCallOptions) {
    this.#options = options;
  }

  answer(call: JssipCall): Promise<CommandResult> {
    return this.#queue.run(() => this.#answer(call, 'agent'));
  }

  /**
   * Answers without the agent: the settings say so, or the call replaces one that is up. Never
   * while another call is active.
   */
  autoAnswer(call: JssipCall, replaced: CallId | null): Promise<CommandResult> {
    return this.#queue.run(async () =>
      this.#options.registry.activeCall(replaced ?? undefined) === undefined
        ? this.#answer(call, 'auto')
        : refuse('another-call-is-up'),
    );
  }

  dial(text: string): Promise<CommandResult> {
    return this.#queue.run(async () => {
      const { ua, startSession } = this.#options;
      const target = readTarget(text);
      if (target === null) return refuse('bad-target');
      if (!ua.isConnected()) return refuse('offline');
      if (!ua.isRegistered()) return refuse('not-registered');
      return this.#withMicrophone(undefined, (stream) => {
        try {
          startSession(target, stream);
          return DONE;
        } catch (error) {
          if (error instanceof TypeError) return refuse('bad-target');
          throw error;
        }
      });
    });
  }

  hold(call: JssipCall): Promise<CommandResult> {
    return this.#queue.run(() => this.#hold(call));
  }

  resume(call: JssipCall): Promise<CommandResult> {
    return this.#queue.run(async () => {
      if (call.now?.state !== 'established') return refuse('wrong-state');
      if (call.now.hold.local === null) return DONE;
      if (!this.#options.ua.isConnected()) return refuse('offline');
      const freed = await this.#holdActiveCall(call.id);
      return freed.ok ? call.resume() : freed;
    });
  }

  async #answer(call: JssipCall, by: 'agent' | 'auto'): Promise<CommandResult> {
    // The agent may press in two windows at once: the second command has nothing to do.
    if (call.now?.state === 'answering' || call.now?.state === 'established') return DONE;
    if (call.now?.state !== 'ringing') return refuse('wrong-state');
    if (!this.#options.ua.isConnected()) return refuse('offline');
    return this.#withMicrophone(call.id, (stream) => {
      // The caller may have given up while the microphone opened or the first call went on hold.
      if (call.now?.state !== 'ringing') return refuse('wrong-state');
      call.answer(stream, by);
      return DONE;
    });
  }

  /** Opens the microphone, holds the active call, and closes the microphone if it was not used. */
  async #withMicrophone(
    forCall: CallId | undefined,
    use: (stream: MediaStream) => CommandResult,
  ): Promise<CommandResult> {
    const microphone = await this.#options.config.media.getMicrophone();
    if (!microphone.ok) return refuse(microphone.reason);
    const freed = await this.#holdActiveCall(forCall);
    const result = freed.ok ? use(microphone.stream) : freed;
    if (!result.ok) for (const track of microphone.stream.getTracks()) track.stop();
    return result;
  }

  async #holdActiveCall(except?: CallId): Promise<CommandResult> {
    const active = this.#options.registry.activeCall(except);
    if (active === undefined) return DONE;
    const call = this.#options.calls.get(active.id);
    if (call === undefined || active.state !== 'established') return refuse('another-call-is-up');
    return this.#hold(call);
  }

  async #hold(call: JssipCall): Promise<CommandResult> {
    if (call.now?.state !== 'established') return refuse('wrong-state');
    if (call.now.hold.local !== null) return DONE;
    return this.#options.ua.isConnected() ? call.hold() : refuse('offline');
  }
}
