import { spawn } from 'node:child_process';
import { until } from '../until.ts';

export interface ServerProcess {
  readonly url: string;
  /** What it told on the terminal: the address, a code for the first admin. */
  readonly told: () => string;
  /** `SIGTERM` ends it in good order, `SIGKILL` like a power cut. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/**
 * `npm run server` with these environment variables. A database that the developer works with is none of a test's. Rejects with
 * what it told if it does not come to listen.
 */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...surroundings, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString('utf8');
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => {
    hasEnded = true;
  });
  const urlTold = () => /listens at (\S+)\.\n/.exec(told)?.[1];
  await until('the server to listen', () => hasEnded || urlTold() !== undefined, 60_000);
  const url = urlTold();
  if (url === undefined) throw new Error(told);
  return {
    url,
    told: () => told,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
