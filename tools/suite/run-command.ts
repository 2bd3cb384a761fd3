import { spawn } from 'node:child_process';
import type { PartOutput } from './part.ts';

/** Time limit of a part, so that a hanging browser does not prevent the summary. */
const PART_LIMIT_MS = 40 * 60_000;
const SOAK_LIMIT_MS = 180 * 60_000;

/** Runs a program and prints its output; true if it succeeded. The time limit ends its group. */
export function runCommand(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
  output: PartOutput = 'live',
  limitMs = env['SOAK'] === '1' ? SOAK_LIMIT_MS : PART_LIMIT_MS,
): Promise<boolean> {
  const [program, ...args] = command;
  const windows = process.platform === 'win32';
  return new Promise((settle) => {
    const child = spawn(program, args, {
      stdio: output === 'live' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: windows,
      detached: !windows,
    });
    if (output !== 'live') {
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => output.push(chunk));
    }
    const end = () => {
      if (child.pid !== undefined) process.kill(windows ? child.pid : -child.pid, 'SIGKILL');
    };
    const limit = setTimeout(() => {
      console.error(`Not done after ${(limitMs / 60_000).toFixed(1)} minutes: ended.`);
      end();
    }, limitMs);
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const settled = (success: boolean) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      settle(success);
    };
    child.on('error', (error) => {
      console.error(error.message);
      settled(false);
    });
    child.on('close', (code) => settled(code === 0));
  });
}
