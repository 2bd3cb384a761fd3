import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * The workspaces that a command needs ('' is the repository's root), with or without development
 * packages. Only benchmarks install the packages that ours is compared with.
 */
const SCOPES = {
  server: { workspaces: ['server'], dev: false },
  development: { workspaces: ['', 'server'], dev: true },
  bench: { workspaces: ['', 'server', 'bench'], dev: true },
};

/**
 * Installs the npm packages of a scope if they are missing or differ from package-lock.json.
 * Install scripts are off: every native part comes as a package of its own platform. `npm ci` would
 * refuse a lock file that lacks packages of other platforms; `npm install` accepts it.
 * @param {string} root the repository
 * @param {keyof typeof SCOPES} scope
 */
export async function ensureNpmPackages(root, scope) {
  if (isCurrent(root, scope)) return;
  await withLock(root, () => {
    if (isCurrent(root, scope)) return;
    console.error('Installing npm packages (once, about half a minute)…');
    install(root, scope);
    if (!isCurrent(root, scope))
      throw new Error('npm install succeeded, but node_modules differs from package-lock.json.');
  });
}

/**
 * @param {string} root
 * @param {keyof typeof SCOPES} scope
 */
function install(root, scope) {
  const { workspaces, dev } = SCOPES[scope];
  const flags = [
    'install',
    '--no-save',
    ...workspaces.map((folder) => (folder === '' ? '--include-workspace-root' : `--workspace=${folder}`)),
    dev ? '--include=dev' : '--omit=dev',
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
}

/**
 * Compares what the scope needs with node_modules/.package-lock.json, which npm writes last.
 * Optional packages may be absent: they are those of other platforms.
 * @param {string} root
 * @param {keyof typeof SCOPES} scope
 */
function isCurrent(root, scope) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedPath);
  return packagesNeeded(wanted, SCOPES[scope]).every((path) => {
    const { version, optional } = wanted[path];
    const here = installed[path];
    return here === undefined ? optional === true : here.version === version;
  });
}

/**
 * Paths of the packages that the workspaces depend on, directly or through other packages.
 * @param {Record<string, any>} packages
 * @param {{ workspaces: readonly string[], dev: boolean }} scope
 */
function packagesNeeded(packages, { workspaces, dev }) {
  const needed = new Set(workspaces);
  for (const path of needed) {
    const { dependencies, optionalDependencies, devDependencies } = packages[path] ?? {};
    const ofWorkspace = dev && workspaces.includes(path) ? devDependencies : {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...ofWorkspace })) {
      const found = resolvePackage(packages, path, name);
      if (found !== undefined) needed.add(found);
    }
  }
  return [...needed].filter((path) => !workspaces.includes(path));
}

/**
 * Finds a package as Node does: in the nearest node_modules at or above `from`.
 * @param {Record<string, any>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolvePackage(packages, from, name) {
  const path = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (packages[path] !== undefined) return path;
  if (from === '') return undefined;
  return resolvePackage(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/** @param {string} path */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
