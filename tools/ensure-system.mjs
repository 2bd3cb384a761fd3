import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withLock } from './lock.mjs';

/**
 * Debian packages by what they are for. `start` is what the demo needs; `test` needs those of
 * `start` too, and `soak` all of them.
 * The l10n packages make the browsers' own language Chinese, and with it the extension's.
 */
const PACKAGES = {
  start: ['chromium', 'chromium-l10n', 'fonts-noto-cjk'],
  test: [
    'firefox-esr',
    'firefox-esr-l10n-zh-cn',
    'kamailio',
    'kamailio-websocket-modules',
    'kamailio-tls-modules',
    'rtpengine-daemon',
    'coturn',
    'baresip',
    'sip-tester',
    'espeak-ng',
    'sox',
    'xvfb',
    'pulseaudio',
    'openssl',
    'postgresql',
    'pgbouncer',
    'haproxy',
    'poppler-utils',
    'libreoffice-calc-nogui',
  ],
  soak: ['patroni', 'python3-etcd', 'etcd-server'],
};

/**
 * On Debian as root, installs the missing system packages; as another user or elsewhere it names
 * them. Never fails: a test without its program is reported as skipped.
 * @param {'start' | 'test' | 'soak'} purpose
 */
export async function ensureSystemPackages(purpose) {
  const wanted = packagesFor(purpose);
  if (!isDebian()) return adviseElsewhere(purpose);
  const missing = () => wanted.filter((name) => !isInstalled(name));
  if (missing().length === 0) return;
  if (process.getuid?.() !== 0) {
    console.error(
      `Missing system packages. Install them with:\n  sudo apt-get install ${missing().join(' ')}\n`,
    );
    return;
  }
  await withLock('apt', () => install(missing()));
  const still = missing();
  if (still.length > 0) console.error(`apt-get could not install: ${still.join(', ')}. Going on without.`);
}

/** @param {'start' | 'test' | 'soak'} purpose */
function packagesFor(purpose) {
  if (purpose === 'start') return PACKAGES.start;
  const tested = [...PACKAGES.start, ...PACKAGES.test];
  return purpose === 'test' ? tested : [...tested, ...PACKAGES.soak];
}

/** @param {readonly string[]} packages */
function install(packages) {
  if (packages.length === 0) return;
  console.error(`Installing system packages (once): ${packages.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {readonly string[]} */ args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', 'ignore', 2],
    });
  const allowServices = forbidServices();
  try {
    apt(['update']);
    const all = apt(['install', '-y', '--no-install-recommends', ...packages]);
    // One unknown name fails the whole list: then install one by one.
    if (all.status !== 0)
      for (const name of packages) apt(['install', '-y', '--no-install-recommends', name]);
  } finally {
    allowServices();
  }
}

/** The telephone packages start services on installation; the tests start their own. */
function forbidServices() {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return stdout.includes('\nStatus: install ok installed\n');
}

/** @param {'start' | 'test' | 'soak'} purpose */
function adviseElsewhere(purpose) {
  console.error(
    purpose === 'start'
      ? 'Needed on the PATH: chromium (or google-chrome), and a font with Chinese.'
      : `Needed on the PATH for every test to run: chromium (or google-chrome), firefox, kamailio with its websocket
and tls modules, rtpengine, baresip, sipp, haproxy, espeak-ng, sox, Xvfb, openssl, pdftotext, soffice, and a font with
Chinese.
Tests whose program is missing are reported as skipped, by name. Debian's names for them:
  ${packagesFor(purpose).join(' ')}`,
  );
}
