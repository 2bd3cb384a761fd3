import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallId } from '../../../calls/call-event.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { OnCall } from '../script/script-handlers.ts';
import { refusalText } from '../status/refusal-text.ts';

/** The phone host as handlers use it. */
export interface PhoneLink {
  command(command: CallCommand): Promise<CommandResult>;
  record(event: AgentEvent): Promise<CommandResult>;
  forceHangUp(call: CallId): Promise<CommandResult>;
  notifySettingsChanged(): void;
  /** Tries again what a notice names. */
  retry(): void;
  restart(): Promise<void>;
}

interface CommandParts {
  readonly link: PhoneLink;
  readonly contact: Pick<OpenContact, 'call'>;
  readonly state: Pick<PanelState, 'refusal' | 'tool'>;
  readonly now: () => number;
}

/** Sends commands and events to the phone host, and shows why one was refused. */
export class PhoneCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  async send(command: CallCommand): Promise<CommandResult> {
    const result = await this.#parts.link.command(command);
    this.#show(result);
    if (command.type === 'transfer-blind' || command.type === 'dial') this.#parts.state.tool.value = 'none';
    return result;
  }

  /** Ends a call although its script forbids it yet. */
  async forceHangUp(call: CallId): Promise<void> {
    this.#show(await this.#parts.link.forceHangUp(call));
  }

  /** Journals an event of the open contact; does nothing without one. */
  async record(event: OnCall<AgentEvent>): Promise<void> {
    const call = this.#parts.contact.call?.id;
    if (call !== undefined) await this.recordOf(call, event);
  }

  async recordOf(call: CallId, event: OnCall<AgentEvent>): Promise<void> {
    this.#show(await this.#parts.link.record({ ...event, call, at: this.#parts.now() }));
  }

  async finishWrapUp(call: CallId | undefined): Promise<void> {
    if (call !== undefined) await this.recordOf(call, { type: 'wrap-up-finished' });
  }

  /** The next press that goes through removes the refusal. */
  #show(result: CommandResult): void {
    this.#parts.state.refusal.value = result.ok ? null : refusalText(result.reason);
  }
}
