/** A request inside a session, as JsSIP passes it on. */
export interface SessionRequest {
  readonly method: string;
  body: string | null | undefined;
  reply(status: number, reason?: string | null, headers?: readonly string[]): void;
  hasHeader(name: string): boolean;
  getHeader(name: string): string | undefined;
  /** None for ACK and CANCEL. */
  readonly server_transaction: { readonly state: number } | null;
}

export function readRequest(request: object): SessionRequest {
  if (!isRequest(request)) throw new Error('JsSIP has changed inside: request of a session');
  return request;
}

function isRequest(request: object): request is SessionRequest {
  return (
    'method' in request &&
    typeof request.method === 'string' &&
    'reply' in request &&
    typeof request.reply === 'function' &&
    'hasHeader' in request &&
    typeof request.hasHeader === 'function' &&
    'server_transaction' in request
  );
}

/** `Trying` and `Proceeding` of the server transactions (RFC 3261 §17.2); all others are later. */
const UNANSWERED: ReadonlySet<number> = new Set([1, 2]);

/** Whether the request still waits for a final answer. */
export function isPending({ server_transaction: transaction }: SessionRequest): boolean {
  return transaction !== null && UNANSWERED.has(transaction.state);
}

/** The session description that the request carries; null if it has none. */
export function offerIn({ body }: SessionRequest): string | null {
  return body === null || body === undefined || body === '' ? null : body;
}
