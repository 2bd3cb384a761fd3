import { cseqOf, type Frame, headerValue, statusOf, tagIn, uriIn } from '../wire/frame.ts';
import type { Arrived, RawServer } from '../wire/raw-server.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import type { SentRequest } from '../wire/sent-request.ts';
import { type AgentAddress, newBranch, type RequestParts, writeRequest } from '../wire/write-request.ts';

interface RawCallHost {
  readonly server: RawServer;
  readonly agent: () => AgentAddress;
  /** Sends a request and remembers that it wants an answer. */
  readonly request: (text: string) => SentRequest;
}

/** An inbound call: the server's side of the dialog, in which a test may send anything. */
export class RawCall {
  readonly invite: SentRequest;
  readonly #host: RawCallHost;
  #cseq: number;

  constructor(host: RawCallHost, parts: RequestParts | string = {}) {
    this.#host = host;
    const text =
      typeof parts === 'string' ? parts : writeRequest({ body: webrtcSdp(), ...parts }, host.agent());
    this.invite = host.request(text);
    this.#cseq = Number(/^\d+/.exec(headerValue(this.invite.frame, 'cseq') ?? '')?.[0] ?? 1);
  }

  get callId(): string {
    return headerValue(this.invite.frame, 'call-id') ?? '';
  }

  rings(): Promise<Arrived> {
    return this.invite.status(180, 183);
  }

  /** Waits for the 200 and confirms it; without `ack` it stays unconfirmed. */
  async isAnswered(ack = true): Promise<Arrived> {
    const ok = await this.invite.status(200);
    if (ack) this.ack();
    return ok;
  }

  /** ACK of the final response: its own transaction after a 2xx (RFC 3261 §13.2.2.4). */
  ack(parts: RequestParts = {}): void {
    const final = this.#newest();
    const isSuccess = (statusOf(final) ?? 0) < 300;
    const via = isSuccess ? undefined : headerValue(this.invite.frame, 'via');
    this.#host.server.link.send(
      this.#inDialog({
        method: 'ACK',
        cseq: `${/^\d+/.exec(headerValue(this.invite.frame, 'cseq') ?? '')?.[0] ?? 1} ACK`,
        ...(via === undefined ? {} : { via }),
        ...parts,
      }),
    );
  }

  /** A request inside the dialog. */
  request(method: string, parts: RequestParts = {}): SentRequest {
    this.#cseq += 1;
    return this.#host.request(this.#inDialog({ method, cseq: `${this.#cseq} ${method}`, ...parts }));
  }

  /** A new offer; its final response is confirmed, and returned. */
  async reinvite(body: string, parts: RequestParts = {}): Promise<Arrived> {
    const sent = this.request('INVITE', { body, ...parts });
    const final = await sent.final();
    this.ackOf(sent, {}, final);
    return final;
  }

  /** ACK of a re-INVITE: of the transaction, if it was refused. */
  ackOf(sent: SentRequest, parts: RequestParts = {}, final?: Frame): void {
    const isRefused = final !== undefined && (statusOf(final) ?? 0) >= 300;
    const via = headerValue(sent.frame, 'via') ?? '';
    const cseq = `${cseqOf(sent.frame).number} ACK`;
    this.#host.server.link.send(
      this.#inDialog({ method: 'ACK', cseq, ...(isRefused ? { via } : {}), ...parts }),
    );
  }

  bye(parts: RequestParts = {}): SentRequest {
    return this.request('BYE', parts);
  }

  /** The caller gives up; the INVITE gets 487 (RFC 3261 §9.2). */
  cancel(...headers: readonly string[]): SentRequest {
    const copied = (name: string) => headerValue(this.invite.frame, name) ?? null;
    return this.#host.request(
      writeRequest(
        {
          method: 'CANCEL',
          uri: this.invite.frame.start.split(' ')[1] ?? '',
          via: copied('via'),
          from: copied('from'),
          to: copied('to'),
          callId: copied('call-id'),
          cseq: `${/^\d+/.exec(copied('cseq') ?? '')?.[0] ?? 1} CANCEL`,
          contact: null,
          headers,
        },
        this.#host.agent(),
      ),
    );
  }

  #newest(): Frame {
    return (
      this.invite.responses().findLast((one) => tagIn(headerValue(one, 'to') ?? '') !== undefined) ??
      this.invite.frame
    );
  }

  #inDialog(parts: RequestParts): string {
    const newest = this.#newest();
    const contact = headerValue(newest, 'contact');
    return writeRequest(
      {
        ...(contact === undefined ? {} : { uri: uriIn(contact) }),
        from: headerValue(this.invite.frame, 'from') ?? null,
        to: headerValue(newest, 'to') ?? null,
        callId: headerValue(this.invite.frame, 'call-id') ?? null,
        via: `SIP/2.0/WS proxy.example.com;branch=${newBranch()}`,
        ...(parts.method === 'BYE' || parts.method === 'ACK' ? { contact: null } : {}),
        ...parts,
      },
      this.#host.agent(),
    );
  }
}
