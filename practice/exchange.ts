import type { PracticeCall } from './call/practice-call.ts';
import type { ExchangeOptions } from './exchange-options.ts';
import type { Scenario } from './scenario.ts';
import { openSocketServer } from './socket-server.ts';
import { openSwitchboard, type ReceivedRequest } from './switchboard.ts';

interface Patience {
  /** 15 s by default. */
  readonly timeoutMs?: number;
}

/** Simulated callers with real SIP and real audio. Not a PBX: see practice/README.md. */
export interface Exchange {
  /** `ws://127.0.0.1:PORT`. */
  readonly url: string;
  readonly domain: string;
  /** Every request that arrived and could be read, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** Lets a caller ring the newest phone of a user. Throws if none is registered. */
  ring(scenario: Scenario, to: { readonly user: string }): PracticeCall;
  isRegistered(user: string): boolean;
  waitForRegistration(user: string, patience?: Patience): Promise<void>;
  waitForUnregistration(user: string, patience?: Patience): Promise<void>;
  /** The next call that the agent dials to this number, from now on. */
  waitForCallTo(number: string, patience?: Patience): Promise<PracticeCall>;
  /** Calls that are up or ringing. */
  calls(): readonly PracticeCall[];
  /**
   * Clears the registrar and closes all sockets; the same port listens again after `downMs` (0).
   */
  restart(options?: { readonly downMs?: number }): Promise<void>;
  /** TCP reset of every connection, without a WebSocket close frame. */
  cutConnections(): void;
  /** Accepts frames and never answers, until `resumeAnswering`. */
  stopAnswering(): void;
  resumeAnswering(): void;
  stop(): Promise<void>;
}

export async function startExchange(options: ExchangeOptions): Promise<Exchange> {
  const domain = options.domain ?? 'practice.invalid';
  const { registrations, calls, ...switchboard } = openSwitchboard(
    options,
    domain,
    () => `sip:practice@127.0.0.1:${socketServer.port};transport=ws`,
  );
  const socketServer = await openSocketServer({
    port: options.port ?? 0,
    log: options.log ?? (() => {}),
    onRequest: switchboard.handle,
    onClose: registrations.dropConnection,
  });
  return {
    url: `ws://127.0.0.1:${socketServer.port}`,
    domain,
    requests: switchboard.requests,
    ring: switchboard.ring,
    isRegistered: registrations.isRegistered,
    waitForRegistration: (user, { timeoutMs = 15_000 } = {}) => registrations.until(user, true, timeoutMs),
    waitForUnregistration: (user, { timeoutMs = 15_000 } = {}) => registrations.until(user, false, timeoutMs),
    waitForCallTo: (number, { timeoutMs = 15_000 } = {}) => calls.nextTo(number, timeoutMs),
    calls: () => calls.live().map(({ call }) => call),
    async restart({ downMs = 0 } = {}) {
      registrations.forget();
      await socketServer.reopen(downMs);
    },
    cutConnections: socketServer.cut,
    stopAnswering: () => socketServer.setAnswering(false),
    resumeAnswering: () => socketServer.setAnswering(true),
    async stop() {
      for (const { session } of calls.live()) session.end({ how: 'failed', cause: 'exchange stopped' });
      await socketServer.close();
    },
  };
}
