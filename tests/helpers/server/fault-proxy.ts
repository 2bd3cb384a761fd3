import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A fault of one request. `cut-before`: it is lost. `cut-after`: the answer is lost. `double`: the
 * server gets it twice. `late`: the server gets it a second time after later requests.
 */
export type Fault = 'none' | 'cut-before' | 'cut-after' | 'double' | 'late';

/** An answer that the proxy gives instead of the server. */
export interface Forgery {
  readonly type: string;
  readonly body: string;
}

export interface FaultProxy {
  readonly origin: string;
  /** By path. `cut`: closes the connection without an answer; null: forwards the request. */
  readonly meddle: (instead: (path: string) => Forgery | 'cut' | null) => void;
  /** Forwarded requests with the server's status. */
  readonly carried: readonly { readonly path: string; readonly status: number }[];
  /** Faults for the next requests, one for each. */
  readonly plan: (faults: readonly Fault[]) => void;
  /** Address of the server, whose port changes with a restart. */
  readonly forwardTo: (origin: string) => void;
  /** Sends the delayed requests to the server. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A proxy on loopback that simulates a bad network between extension and server. */
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
      for (const send of late) await send();
    },
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
