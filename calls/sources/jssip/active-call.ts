import type { UA } from 'jssip';
import type { CommandRefusal, CommandResult } from '../../call-command.ts';
import type { CallId } from '../../call-event.ts';
import { type Step, WatchedQueue } from '../../timing/watched-queue.ts';
import type { Clock } from '../clock.ts';
import type { CallRegistry } from './call-registry.ts';
import type { JssipCall } from './jssip-call.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { openMicrophone, stopTracks } from './jssip-microphone.ts';
import { LIMITS } from './limits.ts';
import { readTarget } from './sip-target.ts';

interface ActiveCallOptions {
  readonly ua: UA;
  readonly config: JssipSourceConfig;
  readonly registry: CallRegistry;
  readonly calls: ReadonlyMap<CallId, JssipCall>;
  readonly clock: Clock;
  /**
   * Starts an outbound session; throws TypeError for a target that JsSIP cannot parse. `dialled` is
   * what the agent wrote: the target with its extension.
   */
  readonly startSession: (target: string, microphone: MediaStream, dialled: string) => void;
}

const DONE: CommandResult = { ok: true };
const TIMED_OUT: CommandResult = { ok: false, reason: 'timed-out' };
const refuse = (reason: CommandRefusal): CommandResult => ({ ok: false, reason });

/**
 * The commands that make a call the active one: the one that the agent talks to. Each command first
 * puts the call that is active on hold and waits until the other side agrees. They run one after
 * another, so that no two calls are active at once. This is the only queue of commands: a command
 * that takes too long is given up, and the next one runs.
 */
export class ActiveCall {
  readonly #options: ActiveCallOptions;
  readonly #queue: WatchedQueue;

  constructor(options: ActiveCallOptions) {
    this.#options = options;
    this.#queue = new WatchedQueue({ limitMs: LIMITS.stepMs, clock: options.clock });
  }

  answer(call: JssipCall): Promise<CommandResult> {
    return this.#run((signal) => this.#answer(call, 'agent', signal));
  }

  /**
   * Answers without the agent: the settings say so, or the call replaces one that is up. Never
   * while another call is active.
   */
  autoAnswer(call: JssipCall, replaced: CallId | null): Promise<CommandResult> {
    return this.#run(async (signal) =>
      this.#options.registry.activeCall(replaced ?? undefined) === undefined
        ? this.#answer(call, 'auto', signal, replaced)
        : refuse('another-call-is-up'),
    );
  }

  dial(text: string): Promise<CommandResult> {
    return this.#run(async (signal) => {
      const { ua, startSession } = this.#options;
      const target = readTarget(text);
      if (target === null) return refuse('bad-target');
      if (!ua.isConnected()) return refuse('offline');
      if (!ua.isRegistered()) return refuse('not-registered');
      return this.#withMicrophone(
        () => this.#holdActiveCall(),
        signal,
        (stream) => {
          try {
            startSession(target, stream, text);
            return DONE;
          } catch (error) {
            if (error instanceof TypeError) return refuse('bad-target');
            throw error;
          }
        },
      );
    });
  }

  hold(call: JssipCall): Promise<CommandResult> {
    return this.#run(() => this.#hold(call));
  }

  resume(call: JssipCall): Promise<CommandResult> {
    return this.#run(async (signal) => {
      if (call.now?.state !== 'established') return refuse('wrong-state');
      if (call.now.hold.local === null) return DONE;
      if (!this.#options.ua.isConnected()) return refuse('offline');
      const freed = await this.#holdActiveCall(call.id);
      if (signal.aborted) return TIMED_OUT;
      return freed.ok ? call.resume() : freed;
    });
  }

  #run(step: Step<CommandResult>): Promise<CommandResult> {
    return this.#queue.run(step, () => TIMED_OUT);
  }

  async #answer(
    call: JssipCall,
    by: 'agent' | 'auto',
    signal: AbortSignal,
    replaced: CallId | null = null,
  ): Promise<CommandResult> {
    // The agent may press in two windows at once: the second command has nothing to do.
    if (call.now?.state === 'answering' || call.now?.state === 'established') return DONE;
    if (call.now?.state !== 'ringing') return refuse('wrong-state');
    if (!this.#options.ua.isConnected()) return refuse('offline');
    const free = () => this.#holdActiveCall(call.id, replaced);
    return this.#withMicrophone(free, signal, (stream) => {
      // The caller may have given up while the microphone opened or the first call went on hold.
      if (call.now?.state !== 'ringing') return refuse('wrong-state');
      call.answer(stream, by);
      return DONE;
    });
  }

  /**
   * Opens the microphone, frees the agent of the active call, and closes the microphone if it was
   * not used.
   */
  async #withMicrophone(
    free: () => Promise<CommandResult>,
    signal: AbortSignal,
    use: (stream: MediaStream) => CommandResult,
  ): Promise<CommandResult> {
    const { config, clock } = this.#options;
    const microphone = await openMicrophone(config.media, clock);
    if (!microphone.ok) return refuse(microphone.reason);
    const freed = await free();
    const ready = signal.aborted ? TIMED_OUT : freed;
    const result = ready.ok ? use(microphone.stream) : ready;
    if (!result.ok) stopTracks(microphone.stream);
    return result;
  }

  async #holdActiveCall(except?: CallId, replaced: CallId | null = null): Promise<CommandResult> {
    const active = this.#options.registry.activeCall(except);
    if (active === undefined) return DONE;
    const call = this.#options.calls.get(active.id);
    if (active.id === replaced && active.state !== 'established') {
      // Nobody is there yet to be put on hold; its CANCEL follows (RFC 3891 §3).
      call?.end({ ask: 'replaced' });
      return DONE;
    }
    if (call === undefined || active.state !== 'established') return refuse('another-call-is-up');
    return this.#hold(call);
  }

  async #hold(call: JssipCall): Promise<CommandResult> {
    if (call.now?.state !== 'established') return refuse('wrong-state');
    if (call.now.hold.local !== null) return DONE;
    return this.#options.ua.isConnected() ? call.hold() : refuse('offline');
  }
}
