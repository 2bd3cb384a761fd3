import { expect, test } from 'vitest';
import { appUrlOf } from '../../server/database/app-login.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { migrate } from '../../server/database/migrate.ts';
import { MIGRATIONS } from '../../server/database/migrations.ts';
import { createOrganisation } from '../../server/members/create-organisation.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';

const shape = async (url: string) =>
  await withClient(url, async (client) => {
    const { rows } = await client.query(`
      select table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_schema = 'public' order by 1, 2`);
    return rows;
  });

test.each(Object.keys(MIGRATIONS))('from %s, with data in it, to the newest', async (released) => {
  const [upgraded, fresh] = [await freshDatabase('template1'), await freshDatabase()];
  await migrate(upgraded, released);
  await withClient(upgraded, async (client) => {
    await client.query(`insert into organisations values ('AAAAAA', '三声', 1)`);
    await client.query(`insert into teams values ('AAAAAA', 't', '一组', null, 1)`);
    await client.query(`insert into team_counters values ('AAAAAA', 't', 1)`);
    await client.query(
      `insert into records values ('AAAAAA', 't', 'note', 'n', 1, 1, 'm', 1, null, array['k'], '{"text":"旧"}')`,
    );
  });
  await migrate(upgraded);
  expect(await shape(upgraded)).toEqual(await shape(fresh));
  await withClient(upgraded, async (client) => {
    const { rows } = await client.query('select body from records');
    expect(rows).toEqual([{ body: '{"text":"旧"}' }]);
  });
});

test('two processes that start at once migrate once', async () => {
  const url = await freshDatabase('template1');
  await Promise.all([migrate(url), migrate(url)]);
  const db = await connectAsApp(await appUrlOf(url), 2);
  await db.destroy();
});

test('a database that keeps nothing, or whose role sees everything, is refused', async () => {
  const url = await freshDatabase();
  await withClient(url, (client) =>
    client.query('create table theirs (); alter table theirs owner to sansheng_app'),
  );
  await expect(connectAsApp(await appUrlOf(url), 2)).rejects.toThrow('row-level security');
});

test('an owner who is no superuser will do, and is behind row-level security too', async () => {
  const owner = `owner_${crypto.randomUUID().slice(0, 8)}`;
  const superuser = await freshDatabase('template1');
  await withClient(superuser, async (client) => {
    await client.query(`create role ${owner} login password 'x'`);
    await client.query(`grant sansheng_app to ${owner}`);
    await client.query(`alter schema public owner to ${owner}`);
  });
  const url = superuser.replace(/\/\/[^@]+@/, `//${owner}:x@`);
  await migrate(url);
  await expect(appUrlOf(url)).rejects.toThrow('DATABASE_APP_URL');
  const db = await connectAsApp(await appUrlOf(superuser), 2);
  await createOrganisation(db, 1, '三声', '一组', { number: '0001', name: '管理员' });
  await db.destroy();
  await withClient(url, async (client) => {
    const { rows } = await client.query('select * from organisations');
    expect(rows).toEqual([]);
  });
});

test('devices and teams from before order numbers get theirs in the order of their age', async () => {
  const url = await freshDatabase('template1');
  await migrate(url, '0020-team-life');
  await withClient(url, async (client) => {
    await client.query(`insert into organisations values ('AAAAAA', '三声', 1)`);
    for (const [at, team] of ['old', 'new'].entries()) {
      await client.query(`insert into teams values ('AAAAAA', $1, $1, null, $2)`, [team, at]);
      await client.query(`insert into team_counters values ('AAAAAA', $1, 1)`, [team]);
      const member = `insert into members values ('AAAAAA', $1, $1, '0283', '李', 'agent', 1)`;
      await client.query(member, [team]);
      for (const n of [2, 1, 3]) {
        const device = `insert into devices values ('AAAAAA', $1, $2, '', 'h', $3)`;
        await client.query(device, [`${team} ${n}`, team, n]);
      }
    }
  });
  await migrate(url);
  await withClient(url, async (client) => {
    const teams = await client.query('select team, number from teams order by number');
    expect(teams.rows).toEqual([
      { team: 'old', number: 1 },
      { team: 'new', number: 2 },
    ]);
    const devices = await client.query('select device, place from devices order by device');
    expect(devices.rows.map(({ device, place }) => [device, place])).toEqual([
      ...[1, 2, 3].map((n) => [`new ${n}`, n]),
      ...[1, 2, 3].map((n) => [`old ${n}`, n]),
    ]);
    const counters = await client.query('select devices from team_counters');
    expect(counters.rows).toEqual([{ devices: 3 }, { devices: 3 }]);
  });
});
