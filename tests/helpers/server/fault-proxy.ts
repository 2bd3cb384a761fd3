import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a request. `cut-before`: it never reaches the server. `cut-after`: the answer is
 * lost. `double`: it arrives twice. `late`: it arrives once more, after later requests.
 */
export type Fault = 'none' | 'cut-before' | 'cut-after' | 'double' | 'late';

/** What the proxy answers instead of the server. */
export interface Forgery {
  readonly type: string;
  readonly body: string;
}

export interface FaultProxy {
  readonly origin: string;
  /** By path: `cut` ends the connection, null forwards the request. */
  readonly meddle: (instead: (path: string) => Forgery | 'cut' | null) => void;
  /** The forwarded requests, with the server's status. */
  readonly carried: readonly { readonly path: string; readonly status: number }[];
  /** One fault for each of the next requests. */
  readonly plan: (faults: readonly Fault[]) => void;
  /** Target of requests; a restarted server has another port. */
  readonly forwardTo: (origin: string) => void;
  /** Forwards the held requests to the server. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A bad network between extension and server, on loopback. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  let server = target;
  let plan: Fault[] = [];
  let held: (() => Promise<Response>)[] = [];
  let instead: Parameters<FaultProxy['meddle']>[0] = () => null;
  const carried: { path: string; status: number }[] = [];
  const proxy = createServer((request, response) => {
    void carry(request, response).catch(() => response.destroy());
  });

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const path = request.url ?? '/';
    const forged = instead(path);
    if (forged === 'cut') {
      response.destroy();
      return;
    }
    if (forged !== null) {
      response.writeHead(200, { 'content-type': forged.type }).end(forged.body);
      return;
    }
    const { authorization = '', 'sansheng-version': version = '', 'if-none-match': known } = request.headers;
    const send = () =>
      fetch(new URL(path, server), {
        method: request.method ?? 'GET',
        headers: {
          ...{ authorization, 'sansheng-version': String(version) },
          ...(known === undefined ? {} : { 'if-none-match': known }),
          'content-type': 'application/json',
        },
        ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
      });
    const fault = plan.shift() ?? 'none';
    if (fault === 'cut-before') {
      response.destroy();
      return;
    }
    if (fault === 'double') await (await send()).text();
    if (fault === 'late') held.push(send);
    const answer = await send();
    const text = await answer.text();
    if (fault === 'cut-after') {
      response.destroy();
      return;
    }
    carried.push({ path, status: answer.status });
    const type = answer.headers.get('content-type') ?? 'application/json';
    const etag = answer.headers.get('etag');
    response.writeHead(answer.status, { 'content-type': type, ...(etag === null ? {} : { etag }) }).end(text);
  }

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    carried,
    meddle: (choose) => {
      instead = choose;
    },
    plan: (faults) => {
      plan = [...faults];
    },
    forwardTo: (origin) => {
      server = origin;
    },
    flush: async () => {
      const late = held;
      held = [];
      // One that finds no server is lost.
      for (const send of late) await send().catch(() => null);
    },
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
