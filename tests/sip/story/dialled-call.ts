import { headerValue, tagIn, uriIn } from '../wire/frame.ts';
import type { Arrived, ArrivedRequest, RawServer } from '../wire/raw-server.ts';
import { answerTo } from '../wire/sdp.ts';
import type { SentRequest } from '../wire/sent-request.ts';
import { type AgentAddress, type RequestParts, writeRequest } from '../wire/write-request.ts';
import type { ResponseParts } from '../wire/write-response.ts';

interface DialledCallHost {
  readonly server: RawServer;
  readonly agent: () => AgentAddress;
  readonly request: (text: string) => SentRequest;
}

/** A call that the agent dialled, as the server has it; each `branch` is a callee of a fork. */
export class DialledCall {
  readonly invite: ArrivedRequest;
  readonly #host: DialledCallHost;
  #cseq = 100;

  constructor(host: DialledCallHost, invite: ArrivedRequest) {
    this.#host = host;
    this.invite = invite;
  }

  get callId(): string {
    return headerValue(this.invite, 'call-id') ?? '';
  }

  /** A response; one that begins a dialog has a contact and the branch's tag. */
  reply(status: number, parts: ResponseParts & { readonly branch?: string } = {}): void {
    const { branch = 'callee', headers = [], ...rest } = parts;
    const contact = status > 100 && status < 300 ? [contactOf(branch)] : [];
    this.invite.reply(status, {
      ...(status > 100 ? { toTag: `tag-${branch}` } : {}),
      headers: [...contact, ...headers],
      ...rest,
    });
  }

  /** 200 with an answer to the offer. */
  answer(parts: ResponseParts & { readonly branch?: string } = {}): void {
    this.reply(200, { body: answerTo(this.invite.body), ...parts });
  }

  /** A request of the agent's phone in this call; `branch` narrows it to one callee. */
  arrives(method: string, branch?: string, timeoutMs?: number): Promise<Arrived> {
    return this.#host.server.until(
      `${method} in the call to ${this.invite.start}${branch === undefined ? '' : ` for ${branch}`}`,
      (arrived) =>
        arrived.find(
          (one) =>
            one.start.startsWith(`${method} `) &&
            headerValue(one, 'call-id') === this.callId &&
            (branch === undefined || tagIn(headerValue(one, 'to') ?? '') === `tag-${branch}`),
        ),
      timeoutMs,
    );
  }

  /** A request of the callee inside the dialog. */
  request(method: string, parts: RequestParts = {}, branch = 'callee'): SentRequest {
    this.#cseq += 1;
    return this.#host.request(
      writeRequest(
        {
          method,
          uri: uriIn(headerValue(this.invite, 'contact') ?? ''),
          from: `${headerValue(this.invite, 'to') ?? ''};tag=tag-${branch}`,
          to: headerValue(this.invite, 'from') ?? null,
          callId: this.callId,
          cseq: `${this.#cseq} ${method}`,
          ...parts,
        },
        this.#host.agent(),
      ),
    );
  }
}

function contactOf(branch: string): string {
  return `Contact: <sip:${branch}@proxy.example.com;transport=ws>`;
}
