import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from './telephony/daemon.ts';
import { until } from './until.ts';

/** Environment for a program that needs an audio device. */
export interface SoundServer {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A PulseAudio with one null sink: without a device Firefox plays no live audio. */
export async function startSoundServer(): Promise<SoundServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-sound-'));
  const socket = join(folder, 'native');
  const env = { PULSE_RUNTIME_PATH: folder, PULSE_SERVER: `unix:${socket}`, HOME: folder };
  const daemon = startDaemon(
    'pulseaudio',
    [
      ...[
        '-n',
        '--daemonize=no',
        '--exit-idle-time=-1',
        '--use-pid-file=no',
        '--disable-shm=yes',
        '--log-level=notice',
      ],
      ...['-L', 'module-null-sink', '-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
    ],
    env,
  );
  await until('the sound server listens', async () => {
    if (daemon.isOver()) throw new Error(`pulseaudio ended: ${daemon.output()}`);
    return existsSync(socket);
  });
  return {
    env: { PULSE_SERVER: env.PULSE_SERVER },
    async stop() {
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
