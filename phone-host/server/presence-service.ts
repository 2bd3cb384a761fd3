import { callServer, type ServerAddress } from '../../browser/server/call-server.ts';
import { activeCall, findCall, type Phone } from '../../calls/fold-phone.ts';
import { type AgentState, STATE_REPEATED_MS } from '../../contract/api/presence/agent-state.ts';
import type { HelpMessage, HelpRequest } from '../../contract/api/presence/help-request.ts';
import { helpApi, presenceApi } from '../../contract/api/presence/presence-api.ts';
import {
  type HelpState,
  NO_HELP,
  PRESENCE_CHANNEL,
  type PresenceMessage,
} from '../../contract/messages/presence-message.ts';

interface PresenceServicePorts {
  readonly phone: () => Phone;
  /** Id of the situation on screen in a call. */
  readonly situation: (call: string) => string | null;
  readonly wrapsUp: () => boolean;
  readonly now: () => number;
}

/** A request for help that did not go through is tried again this often, for as long as it is wanted. */
const HELP_AGAIN_MS = 3_000;
const MESSAGES_KEPT = 20;

/** Shows the floor what this agent does, carries calls for help there, and what comes back into the panel. */
export class PresenceService {
  readonly #ports: PresenceServicePorts;
  readonly #channel = new BroadcastChannel(PRESENCE_CHANNEL);
  #address: ServerAddress | null = null;
  #state: HelpState = NO_HELP;
  #reported = '';
  #reportedAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PresenceServicePorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<PresenceMessage>) => {
      if (data.kind === 'ask') this.#publish();
      if (data.kind === 'ask-help') void this.#askHelp(data.request);
      if (data.kind === 'help-over') void this.#helpOver(data.id);
    };
    setInterval(() => this.follow(), STATE_REPEATED_MS / 4);
  }

  /** Null: this browser belongs to no team. */
  use(address: ServerAddress | null): void {
    this.#address = address;
    this.#reported = '';
    this.#change({ linked: address !== null });
    this.follow();
  }

  /** After every event, and now and then: silence would mean that the agent has gone. */
  follow(): void {
    if (this.#address === null) return;
    const { phone, situation, wrapsUp, now } = this.#ports;
    const { help } = this.#state;
    if (help.status !== 'none' && findCall(phone(), help.request.call)?.state === 'ended') {
      void this.#helpOver(help.request.id);
    }
    const state = agentState(phone(), situation, wrapsUp(), now());
    const { since: _, ...shown } = { since: 0, ...state };
    const text = JSON.stringify(shown);
    if (text === this.#reported && now() - this.#reportedAt < STATE_REPEATED_MS) return;
    this.#reported = text;
    this.#reportedAt = now();
    void callServer(this.#address, presenceApi.report, { body: state });
  }

  receive(what: { readonly request: HelpRequest } | { readonly message: HelpMessage }, agent: string): void {
    if ('request' in what) {
      const { help } = this.#state;
      const own = help.status !== 'none' && help.request.id === what.request.id;
      if (own || what.request.agent === agent)
        this.#change({ help: { status: 'asked', request: what.request } });
      return;
    }
    const { messages } = this.#state;
    if (what.message.to !== agent || messages.some(({ id }) => id === what.message.id)) return;
    this.#change({ messages: [...messages, what.message].slice(-MESSAGES_KEPT) });
  }

  /** The id makes the same request once, however often it has to be sent. */
  async #askHelp(request: (HelpState['help'] & { status: 'sending' })['request']): Promise<void> {
    clearTimeout(this.#retry);
    this.#change({ help: { status: 'sending', request } });
    if (this.#address === null) return;
    const answer = await callServer(this.#address, helpApi.ask, { body: request });
    if (answer.ok) return this.receive({ request: answer.value }, answer.value.agent);
    this.#retry = setTimeout(() => {
      const { help } = this.#state;
      if (help.status === 'sending' && help.request.id === request.id) void this.#askHelp(request);
    }, HELP_AGAIN_MS);
  }

  async #helpOver(id: string): Promise<void> {
    clearTimeout(this.#retry);
    this.#change({ help: { status: 'none' } });
    if (this.#address === null) return;
    await callServer(this.#address, helpApi.end, { params: { help: id } });
  }

  #change(patch: Partial<HelpState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#publish();
  }

  #publish(): void {
    this.#channel.postMessage({ kind: 'state', state: this.#state } satisfies PresenceMessage);
  }
}

function agentState(
  phone: Phone,
  situation: (call: string) => string | null,
  wrapsUp: boolean,
  now: number,
): AgentState {
  const talking = activeCall(phone);
  if (talking?.state === 'established') {
    const { id: call, answeredAt: since } = talking;
    return { state: 'in-call', since, call, situation: situation(call) };
  }
  const ringing = phone.calls.find(({ state }) => state === 'ringing');
  if (ringing !== undefined) return { state: 'ringing', since: ringing.startedAt };
  return { state: wrapsUp ? 'wrap-up' : 'present', since: now };
}
