import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import { bad, doubtful, type Finding, good } from './finding.ts';

const GIB = 1024 ** 3;
/** Node 20 has had no security updates since April 2026 (nodejs/Release, schedule.json). */
const OLDEST_SUPPORTED_NODE = 22;

/** Of Node, and of the machine's clock. */
export async function machineFindings(nodeVersion: string): Promise<readonly Finding[]> {
  return [nodeFinding(nodeVersion), await timeServiceFinding()];
}

export function nodeFinding(version: string): Finding {
  return Number.parseInt(version, 10) >= OLDEST_SUPPORTED_NODE
    ? good('node', `Node ${version}.`)
    : doubtful('node', `Node ${version} gets no security updates any more.`, 'Install Node 22 or 24.');
}

async function timeServiceFinding(): Promise<Finding> {
  try {
    const asked = ['show', '--property=NTPSynchronized', '--value'];
    const { stdout } = await promisify(execFile)('timedatectl', asked, { timeout: 5_000 });
    return stdout.trim() === 'yes'
      ? good('clock', 'A time service keeps this machine’s clock.')
      : doubtful(
          'clock',
          'No time service keeps this machine’s clock.',
          'Install chrony or systemd-timesyncd: deadlines run by this clock.',
        );
  } catch {
    // In a container, or without systemd, the host keeps the clock.
    return doubtful(
      'clock',
      'Whether a time service keeps the clock cannot be seen here.',
      'Look at the host.',
    );
  }
}

/** Of the disk under a folder: the data directory of the server's own PostgreSQL. */
export async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const share = blocks === 0 ? 0 : bavail / blocks;
  const says = `${(free / GIB).toFixed(1)} GiB are free in ${folder} (${Math.round(share * 100)} %).`;
  if (free < GIB) return bad('disk', says, 'Free some space: a full disk refuses every note.');
  if (share < 0.1) return doubtful('disk', says, 'Free some space before it is full.');
  return good('disk', says);
}
