import { expect } from 'vitest';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent } from '../../../calls/call-event.ts';
import type { CallPage } from '../../helpers/call-page/call-page.ts';
import { until } from '../../helpers/until.ts';
import { cseqOf, type Frame, headerValue, headerValues, statusOf, tagIn, uriIn } from '../wire/frame.ts';
import type { ArrivedRequest, RawServer } from '../wire/raw-server.ts';
import { type SentRequest, sentRequest } from '../wire/sent-request.ts';
import { type AgentAddress, type RequestParts, writeRequest } from '../wire/write-request.ts';
import { DialledCall } from './dialled-call.ts';
import { PATIENCE_MS } from './patience.ts';
import { RawCall } from './raw-call.ts';

type Ringing = CallEvent & { type: 'ringing' };
type Ended = CallEvent & { type: 'ended' };

/** One phone and one raw server, and what a test does with them. */
export class Story {
  readonly server: RawServer;
  readonly agent: CallPage;
  readonly user: string;
  readonly domain: string;
  /** Uncaught errors of the page. */
  readonly errors: string[] = [];
  readonly #sent: SentRequest[] = [];
  /** What the story has to end before the page is closed, such as a media peer. */
  readonly onEnd: (() => void | Promise<void>)[] = [];

  constructor(server: RawServer, agent: CallPage, account: { user: string; domain: string }) {
    this.server = server;
    this.agent = agent;
    this.user = account.user;
    this.domain = account.domain;
    agent.page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** The newest contact that the phone registered. */
  get address(): AgentAddress {
    const contacts = this.server.arrived
      .filter(({ start }) => start.startsWith('REGISTER '))
      .map((register) => headerValue(register, 'contact') ?? '')
      .filter((contact) => contact !== '' && contact !== '*');
    return { user: this.user, domain: this.domain, contact: uriIn(contacts.at(-1) ?? '') };
  }

  /** Sends a frame as it is; nothing is expected of it. */
  send(frame: string | Uint8Array): void {
    this.server.link.send(frame);
  }

  /** Sends a request that the phone must answer before the story ends (ACK aside). */
  request(request: string | RequestParts): SentRequest {
    const text = typeof request === 'string' ? request : writeRequest(request, this.address);
    const sent = sentRequest(this.server, text);
    if (!sent.frame.start.startsWith('ACK ')) this.#sent.push(sent);
    this.server.link.send(text);
    return sent;
  }

  get #host() {
    return { server: this.server, agent: () => this.address, request: (text: string) => this.request(text) };
  }

  /** The final status of a request; a call that rings is cancelled, so that it has one. */
  async finalStatus(text: string): Promise<number | null> {
    const call = new RawCall(this.#host, text);
    const first = await call.invite.atLeast(180);
    if ((statusOf(first) ?? 0) < 200) await call.cancel().final();
    const final = await call.invite.final();
    if (text.startsWith('INVITE')) call.ack();
    return statusOf(first) === statusOf(final) ? statusOf(final) : statusOf(first);
  }

  /**
   * Sends anything. A call that it makes ring is rejected by the agent; the OPTIONS behind it shows
   * that the phone has read it.
   */
  async throwsAt(frame: string, answered: boolean): Promise<void> {
    if (answered) this.request(frame);
    else this.send(frame);
    await this.request({ method: 'OPTIONS' }).status(200);
    for (const { id, state } of (await this.agent.fold()).phone.calls)
      if (state === 'ringing') await this.command({ type: 'reject', call: id, sipStatus: 486 });
  }

  /** INVITE; a test decides what follows. */
  invites(parts: RequestParts = {}): RawCall {
    return new RawCall(this.#host, parts);
  }

  /** INVITE, and the ring that it must cause. */
  async rings(parts: RequestParts = {}): Promise<RawCall & { readonly ringing: Ringing }> {
    const known = await this.#ringingCalls();
    const call = this.invites(parts);
    await call.rings();
    const ringing = await this.agent.event('ringing', (event) => !known.has(event.call));
    return Object.assign(call, { ringing });
  }

  /** A call that rings and that the agent answers. */
  async talks(parts: RequestParts = {}): Promise<RawCall & { readonly ringing: Ringing }> {
    const call = await this.rings(parts);
    await this.answers(call);
    return call;
  }

  async answers(call: RawCall & { readonly ringing: Ringing }): Promise<void> {
    const result = await this.command({ type: 'answer', call: call.ringing.call });
    if (!result.ok)
      throw new Error(`Not answered: ${result.reason}. ${JSON.stringify(await this.agent.events())}`);
    await call.isAnswered();
    await this.agent.event('answered', (event) => event.call === call.ringing.call);
  }

  /** The server hangs up, and the agent sees it. */
  async hangsUp(call: RawCall & { readonly ringing: Ringing }): Promise<Ended> {
    await call.bye().status(200);
    return this.ended(call.ringing.call);
  }

  ended(id: string): Promise<Ended> {
    return this.agent.event('ended', (event) => event.call === id);
  }

  /** A command with the limit that nothing may exceed: no command stays without a result. */
  async command(command: CallCommand, limitMs = PATIENCE_MS): Promise<CommandResult> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`No result of ${command.type} in ${limitMs} ms.`)), limitMs);
    });
    try {
      return await Promise.race([this.agent.command(command), limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The agent dials; resolves with the INVITE that arrives. */
  async dials(target: string): Promise<DialledCall & { readonly id: string }> {
    const known = new Set(this.#dialled().map((invite) => headerValue(invite, 'call-id')));
    const count = (await this.agent.events()).filter(({ type }) => type === 'dialling').length;
    const result = this.command({ type: 'dial', target });
    const invite = await this.server.until(`INVITE to ${target}`, () =>
      this.#dialled().find((one) => !known.has(headerValue(one, 'call-id'))),
    );
    expect(await result).toEqual({ ok: true });
    const events = (await this.agent.events()).filter((event) => event.type === 'dialling');
    const id = events[count]?.call ?? '';
    return Object.assign(new DialledCall(this.#host, invite), { id });
  }

  /** The INVITE that the phone sends again, with credentials, after a challenge. */
  async redials(first: DialledCall): Promise<DialledCall> {
    const number = cseqOf(first.invite).number;
    const invite = await this.server.until('INVITE with credentials', () =>
      this.invited.find((one) => headerValue(one, 'call-id') === first.callId && cseqOf(one).number > number),
    );
    return new DialledCall(this.#host, invite);
  }

  /** Waits until the newest connection is registered. */
  async isRegistered(timeoutMs = PATIENCE_MS): Promise<void> {
    await this.agent.event('registered', () => true, timeoutMs);
    await this.server.until(
      'REGISTER on an open connection',
      (arrived) =>
        arrived.find(
          ({ start, link }) => start.startsWith('REGISTER ') && link.isOpen && link === this.server.link,
        ),
      timeoutMs,
    );
    const isNow = async () =>
      (await this.agent.events()).findLast(({ type }) => /^regist/.test(type))?.type === 'registered';
    await until('the phone is registered', isNow, timeoutMs);
  }

  /** An ordinary call rings, is answered, and is hung up: the proof that the phone still works. */
  async nextCallWorks(): Promise<void> {
    await this.isRegistered();
    const call = await this.talks();
    expect((await this.hangsUp(call)).end).toMatchObject({ how: 'hung-up', by: 'remote-party' });
  }

  /**
   * Every request that the server sent has a final answer, which carries back what RFC 3261 §8.2.6
   * says.
   */
  async allAnswered(): Promise<void> {
    for (const sent of this.#sent.splice(0)) {
      const final = await sent.final();
      expect(branchesOf(final), `Via of ${final.start}`).toEqual(branchesOf(sent.frame));
    }
  }

  /** What was asked over a connection that broke needs no answer. */
  forgetRequests(): void {
    this.#sent.length = 0;
  }

  async close(): Promise<void> {
    for (const end of this.onEnd) await end();
    await this.agent.page.close();
    await this.server.close();
  }

  /** INVITEs of the phone outside a dialog. */
  #dialled(): readonly ArrivedRequest[] {
    return this.invited.filter(
      (one) => tagIn(headerValue(one, 'to') ?? '') === undefined && cseqOf(one).number > 0,
    );
  }

  /** Requests of the phone that a handler may answer later. */
  readonly invited: ArrivedRequest[] = [];

  async #ringingCalls(): Promise<ReadonlySet<string>> {
    const events = await this.agent.events();
    return new Set(events.flatMap((event) => (event.type === 'ringing' ? [event.call] : [])));
  }
}

function branchesOf(frame: Frame): readonly string[] {
  return [
    ...headerValues(frame, 'via')
      .join(',')
      .matchAll(/;\s*branch\s*=\s*([^\s;,]+)/gi),
  ].map(([, branch = '']) => branch);
}
