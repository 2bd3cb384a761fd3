import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { freePort } from './free-port.ts';
import { type Kamailio, PASSWORD } from './kamailio.ts';
import { toneFile } from './tone-file.ts';

/** A plain SIP phone over UDP that answers by itself and says one steady tone. */
export interface Baresip {
  /** Commands of baresip's menu: `dial`, `hangup`, `hold`, `resume`, `transfer`. */
  command(command: string, params?: string): void;
  /** Waits for an event such as `CALL_ESTABLISHED`, past or future. */
  event(type: string): Promise<void>;
  output(): string;
  stop(): Promise<void>;
}

export async function startBaresip(kamailio: Kamailio, user: string): Promise<Baresip> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-baresip-'));
  const control = await freePort();
  const sip = await freePort();
  const voice = join(folder, 'voice.wav');
  await writeFile(voice, new Uint8Array(toneFile(440, 60)));
  await writeFile(join(folder, 'config'), baresipConfig(sip, control, voice));
  const domain = `127.0.0.1:${kamailio.port}`;
  await writeFile(
    join(folder, 'accounts'),
    `<sip:${user}@${kamailio.domain};transport=udp>;outbound="sip:${domain}";auth_user=${user};auth_pass=${PASSWORD};answermode=auto;regint=60\n`,
  );
  const daemon = startDaemon('baresip', ['-f', folder]);
  const socket = await controlSocket(control, daemon);
  let seen = '';
  socket.on('data', (chunk) => {
    seen += chunk.toString();
  });
  const event = (type: string) => until(`baresip: ${type}`, () => seen.includes(`"type":"${type}"`));
  await until('baresip is registered', () => {
    if (daemon.isOver()) throw new Error(`baresip ended: ${daemon.output()}`);
    return daemon.output().includes('200 OK');
  });
  return {
    command(command, params = '') {
      const message = JSON.stringify({ command, params, token: 't' });
      socket.write(`${Buffer.byteLength(message)}:${message},`);
    },
    event,
    output: () => `${daemon.output()}\n${seen}`,
    async stop() {
      socket.destroy();
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function controlSocket(port: number, daemon: Daemon): Promise<Socket> {
  let socket: Socket | null = null;
  await until('baresip accepts commands', () => {
    if (daemon.output().includes('failed to listen')) throw new Error(`baresip: ${daemon.output()}`);
    return new Promise<boolean>((resolve) => {
      const attempt = connect(port, '127.0.0.1');
      attempt.once('connect', () => {
        socket = attempt;
        resolve(true);
      });
      attempt.once('error', () => resolve(false));
    });
  });
  if (socket === null) throw new Error('baresip accepted no connection.');
  return socket;
}

function baresipConfig(sip: number, control: number, voice: string): string {
  return `poll_method epoll
sip_listen 127.0.0.1:${sip}
net_interface 127.0.0.1
audio_player aubridge,nowhere
audio_source aufile,${voice}
audio_alert aubridge,alert
rtp_ports 32000-32999
module_path ${MODULE_PATH}
module g711.so
module aubridge.so
module aufile.so
module uuid.so
module_app account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:${control}
`;
}

const MODULE_PATH = '/usr/lib/baresip/modules';
