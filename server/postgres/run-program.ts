import { spawn } from 'node:child_process';
import type { RunAs } from './run-as.ts';

export interface ProgramEnd {
  readonly code: number | null;
  /** Its output, for error messages. */
  readonly printed: string;
}

/** Runs a program of PostgreSQL to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  where: { readonly cwd: string; readonly as: RunAs },
): Promise<ProgramEnd> {
  return await new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn(program, args, {
      cwd: where.cwd,
      ...where.as,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString('utf8');
      });
    }
    child.on('error', (cause) => {
      const who = where.as.uid === undefined ? 'this user' : 'the user postgres, as whom root runs it';
      reject(new Error(`${program} cannot be started by ${who}: choose another DATA_DIRECTORY.`, { cause }));
    });
    // Not 'close', because the server that pg_ctl starts keeps the pipes open.
    child.on('exit', (code) => resolve({ code, printed }));
  });
}
