import { type ChildProcess, spawn } from 'node:child_process';
import { findProgram } from '../find-program.ts';

export interface Daemon {
  readonly output: () => string;
  /** True once it has ended. */
  readonly isOver: () => boolean;
  /** Ends the process and its children; SIGKILL sends no BYE or unregistration. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const PATIENCE_MS = 3_000;

/**
 * A telephone program in its own process group: Kamailio forks a dozen workers, and a signal to the
 * first process alone would leave them running.
 */
export function startDaemon(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Daemon {
  const path = findProgram(program);
  if (path === null) throw new Error(`${program} is not installed.`);
  const child = spawn(path, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const collect = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const killOnExit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killOnExit);
  return {
    output: () => text,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    async stop(signal = 'SIGTERM') {
      signalGroup(child, signal);
      const force = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
      await over;
      clearTimeout(force);
      signalGroup(child, 'SIGKILL');
      process.removeListener('exit', killOnExit);
    },
  };
}

function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
