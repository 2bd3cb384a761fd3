import { spawn } from 'node:child_process';
import { until } from '../until.ts';

export interface ServerProcess {
  readonly url: string;
  /** Its output on the terminal: the address, a code for the first admin. */
  readonly output: () => string;
  /** `SIGTERM` shuts it down, `SIGKILL` is like a power cut. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Arguments of Node. */
const FROM_SOURCE = ['--import', 'tsx', 'server/main.ts'];

/**
 * `npm run server` with these environment variables, without the developer's own DATABASE_URL.
 * Rejects with its output if it does not start listening.
 */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  program: readonly string[] = FROM_SOURCE,
): Promise<ServerProcess> {
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const child = spawn(process.execPath, program, {
    env: { ...surroundings, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => {
    hasEnded = true;
  });
  const listeningUrl = () => /listens at (\S+)\.\n/.exec(output)?.[1];
  try {
    await until('the server to listen', () => hasEnded || listeningUrl() !== undefined, 100_000);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const url = listeningUrl();
  if (url === undefined) throw new Error(output);
  return {
    url,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
