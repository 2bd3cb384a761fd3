import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * Installs the npm packages if they are missing or differ from package-lock.json. Install scripts are off: every
 * native part here comes as a package of its own platform. Not `npm ci`: it refuses a lock file made where the
 * packages of other platforms could not be had, which `npm install` takes as what it is.
 * @param {string} root the repository
 */
export async function ensureNpmPackages(root) {
  if (isCurrent(root)) return;
  await withLock(root, () => {
    if (isCurrent(root)) return;
    console.error('Installing npm packages (once, about half a minute)…');
    const flags = [
      'install',
      '--no-save',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const cli = process.env['npm_execpath'];
    const windows = process.platform === 'win32';
    const { status } =
      cli !== undefined && /npm-cli\.c?js$/.test(cli)
        ? spawnSync(process.execPath, [cli, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
        : spawnSync('npm', flags, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
    if (status !== 0) throw new Error('npm install failed: see above. Is the registry reachable?');
    if (!isCurrent(root))
      throw new Error('npm install succeeded, but node_modules is not what package-lock.json says.');
  });
}

/**
 * npm writes what it installed into node_modules/.package-lock.json, as its last act. Packages for other platforms
 * are optional and absent there.
 * @param {string} root
 */
function isCurrent(root) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedPath);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const here = installed[path];
    return here === undefined ? optional === true : here.version === version;
  });
}

/** @param {string} path */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
