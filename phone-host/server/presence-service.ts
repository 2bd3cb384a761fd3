import { BAD_REPLY, callServer, type ServerAddress } from '../../browser/server/call-server.ts';
import type { Call } from '../../calls/call.ts';
import { activeCall, findCall, type Phone } from '../../calls/fold-phone.ts';
import { isWithin } from '../../calls/timing/is-within.ts';
import { type AgentState, STATE_REPEATED_MS } from '../../contract/api/presence/agent-state.ts';
import type { HelpMessage, HelpRequest, NewHelpRequest } from '../../contract/api/presence/help-request.ts';
import { helpApi, presenceApi } from '../../contract/api/presence/presence-api.ts';
import type { ServerFailure } from '../../contract/api/server-answer.ts';
import {
  type HelpRefusal,
  type HelpState,
  NO_HELP,
  PRESENCE_CHANNEL,
  type PresenceMessage,
} from '../../contract/messages/presence-message.ts';

import type { ShiftMonitor } from '../alarms/shift-monitor.ts';
import type { JournalStream } from '../call/live-journal.ts';
import type { RulesMonitor } from '../call/rules-monitor.ts';
import { every, HostPart, OneTimer, onMessage } from '../part.ts';

interface PresenceNeeds {
  readonly journal: JournalStream;
  readonly rules: Pick<RulesMonitor, 'situation'>;
  readonly shift: Pick<ShiftMonitor, 'wrapsUp'>;
  readonly now: () => number;
}

/** A help request that did not reach the server is sent again after this, while it is wanted. */
const HELP_AGAIN_MS = 3_000;
const MESSAGES_KEPT = 20;

/**
 * Reports the agent's state to the team's server, sends the agent's help requests, and publishes
 * the answers to the panel.
 */
export class PresenceService extends HostPart<PresenceNeeds> {
  readonly #channel = new BroadcastChannel(PRESENCE_CHANNEL);
  readonly #retry = new OneTimer();
  #address: ServerAddress | null = null;
  #state: HelpState = NO_HELP;
  #reported = '';
  #reportedAt = 0;

  start(): void {
    this.undoOnStop(
      onMessage<PresenceMessage>(this.#channel, (message) => this.#onMessage(message)),
      this.needs.journal.subscribe(() => this.#report()),
      // Without a repetition the server would take the agent for gone.
      every(STATE_REPEATED_MS / 4, () => this.#report()),
    );
  }

  override stop(): void {
    super.stop();
    this.#retry.clear();
  }

  /** Null: this browser belongs to no team. */
  use(address: ServerAddress | null): void {
    this.#address = address;
    this.#reported = '';
    this.#change({ linked: address !== null });
    this.#report();
  }

  #onMessage(message: PresenceMessage): void {
    switch (message.kind) {
      case 'ask':
        this.#publish();
        break;
      case 'ask-help':
        void this.#askHelp(message.request);
        break;
      case 'help-over':
        void this.#helpOver(message.id);
        break;
      case 'state':
        break;
    }
  }

  #report(): void {
    if (this.#address === null) return;
    const { journal, now } = this.needs;
    const { help } = this.#state;
    if (help.status !== 'none' && findCall(journal.phone, help.request.call)?.state === 'ended') {
      void this.#helpOver(help.request.id);
    }
    const state = agentState(journal.phone, this.needs);
    const { since: _, ...shown } = { since: 0, ...state };
    const text = JSON.stringify(shown);
    if (text === this.#reported && isWithin(STATE_REPEATED_MS, this.#reportedAt, now())) return;
    this.#reported = text;
    this.#reportedAt = now();
    void callServer(this.#address, presenceApi.report, { body: state });
  }

  /** A request that is under way is replaced by no other one: it would be lost without a word. */
  receive(what: { readonly request: HelpRequest } | { readonly message: HelpMessage }, agent: string): void {
    if ('request' in what) {
      const { help } = this.#state;
      if (help.status !== 'none') this.#answered(help.request, what.request);
      else if (what.request.agent === agent)
        this.#change({ help: { status: 'asked', request: what.request } });
      return;
    }
    const { messages } = this.#state;
    if (what.message.to !== agent || messages.some(({ id }) => id === what.message.id)) return;
    this.#change({ messages: [...messages, what.message].slice(-MESSAGES_KEPT) });
  }

  /** The server recognises a request that is sent again by its id. */
  async #askHelp(request: (HelpState['help'] & { status: 'sending' })['request']): Promise<void> {
    this.#retry.clear();
    this.#change({ help: { status: 'sending', request } });
    if (this.#address === null) return;
    const answer = await callServer(this.#address, helpApi.ask, { body: request });
    if (answer.ok && this.#answered(request, answer.value)) return;
    const { reason, retryAfterMs } = answer.ok ? BAD_REPLY : answer;
    const why = refusalOf(reason);
    if (why !== null) this.#change({ help: { status: 'refused', request, why } });
    if (why !== null && why !== 'too-many') return;
    this.#retry.set(retryAfterMs ?? HELP_AGAIN_MS, () => {
      const { help } = this.#state;
      const isUnsent = help.status === 'sending' || help.status === 'refused';
      if (isUnsent && help.request.id === request.id) void this.#askHelp(request);
    });
  }

  /** Of the server's word about a request only who is coming and its end count. */
  #answered({ id, call, why, summary, at }: NewHelpRequest, said: HelpRequest): boolean {
    if (said.id !== id) return false;
    this.#change({ help: { status: 'asked', request: { ...said, id, call, why, summary, at } } });
    return true;
  }

  async #helpOver(id: string): Promise<void> {
    this.#retry.clear();
    const wasRefused = this.#state.help.status === 'refused';
    this.#change({ help: { status: 'none' } });
    if (this.#address === null || wasRefused) return;
    await callServer(this.#address, helpApi.end, { params: { help: id } });
  }

  #change(patch: Partial<HelpState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#publish();
  }

  #publish(): void {
    this.post<PresenceMessage>(this.#channel, { kind: 'state', state: this.#state });
  }
}

/** Null: it may get through the next time. */
function refusalOf(reason: ServerFailure): HelpRefusal | null {
  switch (reason) {
    case 'offline':
    case 'bad-reply':
    case 'unavailable':
      return null;
    case 'signed-out':
    case 'other-team':
      return 'signed-out';
    case 'too-many':
    case 'not-allowed':
      return reason;
    case 'server-older':
    case 'extension-older':
      return 'version';
    case 'malformed':
    case 'too-large':
    case 'not-found':
    case 'conflict':
    case 'bad-code':
      return 'content';
  }
}

function agentState(phone: Phone, { rules, shift, now }: PresenceNeeds): AgentState {
  // One that is on hold goes on: the agent is in it until it ends.
  const talking = [activeCall(phone), ...phone.calls.toReversed()].find(isEstablished);
  if (talking !== undefined) {
    const { id: call, answeredAt: since } = talking;
    return { state: 'in-call', since, call, situation: rules.situation(call) };
  }
  const ringing = phone.calls.find(({ state }) => state === 'ringing');
  if (ringing !== undefined) return { state: 'ringing', since: ringing.startedAt };
  return { state: shift.wrapsUp() ? 'wrap-up' : 'present', since: now() };
}

function isEstablished(call: Call | undefined): call is Call & { readonly state: 'established' } {
  return call?.state === 'established';
}
