import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { freePort } from './free-port.ts';
import { kamailioConfig } from './kamailio-config.ts';

export const PASSWORD = 'correct-horse-1';

/**
 * A registrar with digest and WebSocket, and rtpengine beside it, on free ports of this machine.
 */
export interface Kamailio {
  readonly url: string;
  readonly domain: string;
  readonly port: number;
  /** Kills the registrar, as a power cut does. Its registrations are lost. */
  kill(): Promise<void>;
  /** Kills rtpengine: audio stops on both sides, and ICE checks get no answer. */
  killMedia(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

export async function startKamailio(): Promise<Kamailio> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-kamailio-'));
  const ports = { sip: await freePort(), rtpengine: await freePort() };
  const config = join(folder, 'kamailio.cfg');
  await writeFile(config, kamailioConfig(ports, PASSWORD));
  const rtpengine = startDaemon('rtpengine', [
    '--table=-1',
    '--interface=127.0.0.1',
    `--listen-ng=127.0.0.1:${ports.rtpengine}`,
    '--port-min=30000',
    '--port-max=31000',
    '-f',
    '-E',
  ]);
  const args = [
    '-DD',
    '-E',
    '-f',
    config,
    '-Y',
    folder,
    '-P',
    join(folder, 'pid'),
    '-w',
    folder,
    '-m',
    '64',
    '-M',
    '8',
  ];
  await until('rtpengine is up', () => rtpengine.output().includes('Startup complete'));
  let registrar: Daemon | null = null;
  const start = async () => {
    const daemon = startDaemon('kamailio', args);
    registrar = daemon;
    await until('kamailio listens', async () => {
      if (daemon.isOver()) throw new Error(`kamailio ended: ${daemon.output()}`);
      return await listens(ports.sip);
    });
  };
  await start();
  return {
    url: `ws://127.0.0.1:${ports.sip}`,
    domain: '127.0.0.1',
    port: ports.sip,
    start,
    kill: async () => registrar?.stop('SIGKILL'),
    killMedia: () => rtpengine.stop('SIGKILL'),
    log: () => `${registrar?.output() ?? ''}\n${rtpengine.output()}`,
    async stop() {
      await registrar?.stop();
      if (!rtpengine.isOver()) await rtpengine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
