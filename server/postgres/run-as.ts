import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Root starts it as the system user `postgres`, which is
 * created if missing, as Debian's package does.
 */
export function runAs(): RunAs {
  if (userInfo().uid !== 0) return {};
  return (
    idsOf('postgres') ??
    make('postgres') ??
    fail('PostgreSQL does not run as root, and no user could be made for it: run this as another user.')
  );
}

function make(name: string): RunAs | null {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return idsOf(name);
}

function idsOf(name: string): RunAs | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function fail(why: string): never {
  throw new Error(why);
}
