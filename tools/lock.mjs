import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs under the same name. A lock whose owner has died is taken
 * over.
 * @param {string} name anything; a path, for instance
 * @param {() => void | Promise<void>} work
 */
export async function withLock(name, work) {
  const lock = join(
    tmpdir(),
    `sansheng-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`,
  );
  for (let asked = 0; !acquire(lock); asked += 1) {
    if (asked === 0) console.error('Waiting for another set-up to finish…');
    await pause(250);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function acquire(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error?.code !== 'EEXIST') throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error?.code === 'ESRCH') return true;
    if (error?.code !== 'ENOENT') return false;
    // Created without a pid: if it stays so, its owner died in between.
    const made = statSync(lock, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > 10_000;
  }
}
