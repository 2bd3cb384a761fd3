import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, isListening } from '../../../server/postgres/tcp-port.ts';
import { findProgram } from '../find-program.ts';
import { until } from '../until.ts';

interface Behind {
  /** Ports of two server processes. */
  readonly servers: readonly [number, number];
  /** Ports of two PostgreSQL, and of Patroni's REST API at each. */
  readonly databases?: readonly [Node, Node];
}

interface Node {
  readonly postgres: number;
  readonly patroni: number;
}

export interface Haproxy {
  readonly origin: string;
  /** Leads to the PostgreSQL that is primary. */
  readonly postgresPort: number;
  start(): Promise<void>;
  /** As a crash. */
  kill(): Promise<void>;
}

const NOWHERE: Node = { postgres: 1, patroni: 1 };

/** A real HAProxy with docs/deploy/haproxy.cfg, without TLS. */
export async function startHaproxy({ servers, databases }: Behind): Promise<Haproxy> {
  const program = findProgram('haproxy');
  if (program === null) throw new Error('There is no haproxy.');
  const [port, postgresPort] = [await freePort(), await freePort()];
  const [one, two] = databases ?? [NOWHERE, NOWHERE];
  const env = {
    HTTP_BIND: `127.0.0.1:${port}`,
    SERVER_ONE: `127.0.0.1:${servers[0]}`,
    SERVER_TWO: `127.0.0.1:${servers[1]}`,
    POSTGRES_BIND: `127.0.0.1:${postgresPort}`,
    POSTGRES_ONE: `127.0.0.1:${one.postgres}`,
    POSTGRES_TWO: `127.0.0.1:${two.postgres}`,
    PATRONI_ONE: String(one.patroni),
    PATRONI_TWO: String(two.patroni),
  };
  let child: ChildProcess | null = null;
  const haproxy: Haproxy = {
    origin: `http://127.0.0.1:${port}`,
    postgresPort,
    async start() {
      child = spawn(program, ['-db', '-q', '-f', 'docs/deploy/haproxy.cfg'], { env, stdio: 'ignore' });
      await until('HAProxy listens', () => isListening(port));
    },
    async kill() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
  await haproxy.start();
  return haproxy;
}
