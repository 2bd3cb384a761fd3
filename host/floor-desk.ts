import * as v from 'valibot';
import { findCall, floorHolder, type Phone } from '../calls/fold-phone.ts';
import { type AgentState, STATE_REPEATED_MS } from '../contract/floor/agent-state.ts';
import { type FloorMessage, type HelpRequest, helpRequestSchema } from '../contract/floor/help-request.ts';
import {
  FLOOR_CHANNEL,
  type FloorLinkMessage,
  type FloorState,
  NO_FLOOR,
} from '../contract/messages/floor-link-message.ts';
import { askServer } from './ask-server.ts';
import type { ServerAddress } from './fetch-from-server.ts';

interface FloorDeskPorts {
  readonly phone: () => Phone;
  /** Id of the situation on screen in a call. */
  readonly situation: (call: string) => string | null;
  readonly wrapsUp: () => boolean;
  readonly now: () => number;
}

/** A request for help that did not go through is tried again this often, for as long as it is wanted. */
const HELP_AGAIN_MS = 3_000;
const MESSAGES_KEPT = 20;
const NOTHING = v.strictObject({});

/** Shows the floor what this agent does, carries calls for help there, and what comes back into the panel. */
export class FloorDesk {
  readonly #ports: FloorDeskPorts;
  readonly #channel = new BroadcastChannel(FLOOR_CHANNEL);
  #address: ServerAddress | null = null;
  #state: FloorState = NO_FLOOR;
  #told = '';
  #toldAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: FloorDeskPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<FloorLinkMessage>) => {
      if (data.kind === 'ask') this.#tell();
      if (data.kind === 'ask-help') void this.#askHelp(data.request);
      if (data.kind === 'help-over') void this.#helpOver(data.id);
    };
    setInterval(() => this.follow(), STATE_REPEATED_MS / 4);
  }

  /** Null: this browser belongs to no team. */
  use(address: ServerAddress | null): void {
    this.#address = address;
    this.#told = '';
    this.#change({ linked: address !== null });
    this.follow();
  }

  /** After every event, and now and then: silence would mean that the agent has gone. */
  follow(): void {
    if (this.#address === null) return;
    const { phone, situation, wrapsUp, now } = this.#ports;
    const { help } = this.#state;
    if (help.standing !== 'none' && findCall(phone(), help.request.call)?.state === 'ended') {
      void this.#helpOver(help.request.id);
    }
    const state = agentState(phone(), situation, wrapsUp(), now());
    const { since: _, ...shown } = { since: 0, ...state };
    const text = JSON.stringify(shown);
    if (text === this.#told && now() - this.#toldAt < STATE_REPEATED_MS) return;
    this.#told = text;
    this.#toldAt = now();
    void askServer(this.#address, '/v1/floor/state', NOTHING, state);
  }

  heard(what: { readonly request: HelpRequest } | { readonly message: FloorMessage }, agent: string): void {
    if ('request' in what) {
      const { help } = this.#state;
      const own = help.standing !== 'none' && help.request.id === what.request.id;
      if (own || what.request.agent === agent)
        this.#change({ help: { standing: 'asked', request: what.request } });
      return;
    }
    const { messages } = this.#state;
    if (what.message.to !== agent || messages.some(({ id }) => id === what.message.id)) return;
    this.#change({ messages: [...messages, what.message].slice(-MESSAGES_KEPT) });
  }

  /** The id makes the same request once, however often it has to be sent. */
  async #askHelp(request: (FloorState['help'] & { standing: 'sending' })['request']): Promise<void> {
    clearTimeout(this.#retry);
    this.#change({ help: { standing: 'sending', request } });
    if (this.#address === null) return;
    const answer = await askServer(this.#address, '/v1/help', helpRequestSchema, request);
    if (answer.ok) return this.heard({ request: answer.value }, answer.value.agent);
    this.#retry = setTimeout(() => {
      const { help } = this.#state;
      if (help.standing === 'sending' && help.request.id === request.id) void this.#askHelp(request);
    }, HELP_AGAIN_MS);
  }

  async #helpOver(id: string): Promise<void> {
    clearTimeout(this.#retry);
    this.#change({ help: { standing: 'none' } });
    if (this.#address === null) return;
    await askServer(this.#address, `/v1/help/${encodeURIComponent(id)}/over`, helpRequestSchema, {});
  }

  #change(patch: Partial<FloorState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#tell();
  }

  #tell(): void {
    this.#channel.postMessage({ kind: 'state', state: this.#state } satisfies FloorLinkMessage);
  }
}

function agentState(
  phone: Phone,
  situation: (call: string) => string | null,
  wrapsUp: boolean,
  now: number,
): AgentState {
  const talking = floorHolder(phone);
  if (talking?.state === 'established') {
    const { id: call, answeredAt: since } = talking;
    return { state: 'in-call', since, call, situation: situation(call) };
  }
  const ringing = phone.calls.find(({ state }) => state === 'ringing');
  if (ringing !== undefined) return { state: 'ringing', since: ringing.startedAt };
  return { state: wrapsUp ? 'wrap-up' : 'present', since: now };
}
