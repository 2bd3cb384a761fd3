/**
 * `npm run package-server [-- FOLDER]` writes sansheng-server-VERSION.tar.gz to out/packages/ or to
 * FOLDER: the server as one file, its packages, units for systemd, a container file and
 * configuration of a proxy (docs/deploy.md). It needs Node and PostgreSQL.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { bundleServer } from './package/bundle-server.ts';
import { copyPackages } from './package/copy-packages.ts';
import { runCommand } from './suite/run-command.ts';

const out = resolve(process.argv[2] ?? 'out/packages');
const { version, license, engines } = v.parse(
  v.object({ version: v.string(), license: v.string(), engines: v.object({ node: v.string() }) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);
const name = `sansheng-server-${version}`;
const folder = join(out, name);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const packages = copyPackages(await bundleServer(folder), 'server', folder);
for (const file of readdirSync('locales').filter((file) => file.endsWith('.yml')))
  cpSync(join('locales', file), join(folder, 'locales', file));
cpSync('scripts', join(folder, 'scripts'), { recursive: true });
for (const file of ['LICENSE', 'docs/deploy.md']) cpSync(file, join(folder, file));
cpSync('docs/deploy', join(folder, 'docs/deploy'), { recursive: true });
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify({ name: 'sansheng-server', version, license, type: 'module', engines }, null, 2)}\n`,
);
const archive = join(out, `${name}.tar.gz`);
if (!(await runCommand(['tar', '-C', out, '--owner=0', '--group=0', '-czf', archive, name]))) process.exit(1);
rmSync(folder, { recursive: true });
console.log(`${archive}: the server and ${packages} packages`);
