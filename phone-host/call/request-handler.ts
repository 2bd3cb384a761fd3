import type { CallCommand, CommandResult } from '../../calls/call-command.ts';
import type { CallId } from '../../calls/call-event.ts';
import type { CallSource } from '../../calls/call-source.ts';
import { activeCall, findCall, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { ViewRequest } from '../../contract/messages/host-message.ts';
import { pressWait } from '../../rules/call/press-wait.ts';
import { CommandLog } from './command-log.ts';
import type { HangUpPolicy } from './hang-up-policy.ts';

const DONE: CommandResult = { ok: true };
const NOTHING_TO_DO: CommandResult = { ok: false, reason: 'no-such-call' };

interface RequestPorts {
  readonly phone: () => Phone;
  readonly source: () => Pick<CallSource, 'command'> | null;
  readonly hangUps: HangUpPolicy;
  /** True if the caller is asked first: this press shows the script, and the next one mutes. */
  readonly asksBeforeMute: (call: CallId) => boolean;
  readonly record: (event: JournalEvent) => void;
  readonly now: () => number;
}

export type AnsweredRequest = Exclude<
  Extract<ViewRequest, { readonly id: string }>,
  { readonly kind: 'ping' }
>;

/** Carries out requests of views, shortcuts and notifications: each id once, behind the guard. */
export class RequestHandler {
  readonly #ports: RequestPorts;
  readonly #commands = new CommandLog();

  constructor(ports: RequestPorts) {
    this.#ports = ports;
  }

  handle(request: AnsweredRequest): Promise<CommandResult> {
    return this.#commands.runOnce(request.id, () => this.#carryOut(request));
  }

  async #carryOut(request: AnsweredRequest): Promise<CommandResult> {
    switch (request.kind) {
      case 'command':
        return this.#command(request.command);
      case 'record':
        this.#ports.record(request.event);
        return DONE;
      case 'force-hang-up':
        return this.#forceHangUp(request.call);
      case 'shortcut':
        return this.#shortcut(request.shortcut);
    }
  }

  async #command(command: CallCommand): Promise<CommandResult> {
    const source = this.#ports.source();
    if (source === null) return { ok: false, reason: 'not-registered' };
    if (command.type === 'answer') {
      const state = findCall(this.#ports.phone(), command.call)?.state;
      // The agent may press in two windows: the second request has nothing to do.
      if (state === 'answering' || state === 'established') return DONE;
    }
    if (command.type === 'hang-up' && this.#ports.hangUps.forbids(command.call)) {
      return { ok: false, reason: 'script-steps-pending' };
    }
    return source.command(command);
  }

  async #forceHangUp(call: CallId): Promise<CommandResult> {
    const { hangUps, now, record } = this.#ports;
    const source = this.#ports.source();
    if (source === null) return { ok: false, reason: 'not-registered' };
    const forced = hangUps.forcedEvent(call, now());
    if (forced !== null) record(forced);
    return source.command({ type: 'hang-up', call });
  }

  /** A press from outside the panel: applies to the ringing or the active call. */
  async #shortcut(shortcut: 'answer' | 'hang-up' | 'mute'): Promise<CommandResult> {
    const { phone, hangUps, now } = this.#ports;
    const ringing = phone().calls.find(({ state }) => state === 'ringing');
    const talking = activeCall(phone());
    if (shortcut === 'answer') {
      return ringing === undefined ? NOTHING_TO_DO : this.#command({ type: 'answer', call: ringing.id });
    }
    if (talking === undefined) return NOTHING_TO_DO;
    if (shortcut === 'hang-up') {
      return hangUps.pressedTwice(talking.id, now())
        ? this.#forceHangUp(talking.id)
        : this.#command({ type: 'hang-up', call: talking.id });
    }
    const pressed = pressWait('mute', talking, this.#ports.asksBeforeMute(talking.id), now());
    if (pressed.does === 'command') return this.#command(pressed.command);
    this.#ports.record(pressed.event);
    return DONE;
  }
}
