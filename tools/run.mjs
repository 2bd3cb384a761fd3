/**
 * Runs an installed command after making sure that it is installed: `node tools/run.mjs
 * [--for=start|test|soak|server|bench] wxt build`. The scripts of package.json go through here, so
 * that they work straight after `git clone`. Plain JavaScript without dependencies, because nothing
 * is installed yet. `--for` decides which npm and system packages are needed.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNpmPackages } from './ensure-npm.mjs';
import { ensureSystemPackages } from './ensure-system.mjs';

const OLDEST_NODE = [20, 12];
const PURPOSES = /** @type {const} */ (['start', 'test', 'soak', 'server', 'bench']);

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [purpose, command] = readArguments(process.argv.slice(2));
await prepare();
run();

/** @param {readonly string[]} args */
function readArguments(args) {
  const asked = /^--for=(.+)$/.exec(args[0] ?? '')?.[1];
  const wanted = PURPOSES.find((name) => name === asked) ?? null;
  return /** @type {const} */ ([wanted, wanted === null ? args : args.slice(1)]);
}

async function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  try {
    await ensureNpmPackages(root, purpose === 'server' || purpose === 'bench' ? purpose : 'development');
    if (purpose === 'start' || purpose === 'soak') await ensureSystemPackages(purpose);
    // Benchmarks drive a browser and make speech: what tests need covers both.
    if (purpose === 'test' || purpose === 'bench') await ensureSystemPackages('test');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function run() {
  const [program, ...args] = command;
  if (program === undefined) return;
  const windows = process.platform === 'win32';
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(join(bin, windows ? `${program}.cmd` : program), args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
