import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';
import { startDaemon } from './daemon.ts';
import { freePort } from './free-port.ts';

/** A TURN server on this machine. */
export interface Coturn {
  readonly url: string;
  /** What it was asked for and how it answered. */
  log(): string;
  stop(): Promise<void>;
}

/** `account`: long-term credentials. `secret`: time-limited ones, made from it. */
type Credentials = { readonly account: `${string}:${string}` } | { readonly secret: string };

export async function startCoturn(credentials: Credentials): Promise<Coturn> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-coturn-'));
  const port = await freePort();
  const config = join(folder, 'turnserver.conf');
  const lines = [
    `listening-port=${port}`,
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    'allow-loopback-peers',
    'min-port=31001',
    'max-port=31900',
    'realm=relay.invalid',
    'lt-cred-mech',
    ...('account' in credentials
      ? [`user=${credentials.account}`]
      : ['use-auth-secret', `static-auth-secret=${credentials.secret}`]),
    'no-tls',
    'no-dtls',
    'no-cli',
    'verbose',
    'log-file=stdout',
    `userdb=${join(folder, 'turndb')}`,
    `pidfile=${join(folder, 'pid')}`,
  ];
  await writeFile(config, `${lines.join('\n')}\n`);
  const daemon = startDaemon('turnserver', ['-c', config]);
  await until('coturn listens', () => {
    if (daemon.isOver()) throw new Error(`coturn ended: ${daemon.output()}`);
    return daemon.output().includes(`UDP listener opened on: 127.0.0.1:${port}`);
  });
  return {
    url: `turn:127.0.0.1:${port}?transport=udp`,
    log: daemon.output,
    async stop() {
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
