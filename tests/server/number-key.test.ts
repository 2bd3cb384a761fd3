import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../server/database/migrate.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { eraseKey } from '../../server/erasure/erase-number.ts';
import { hashingKey, keyOfForm } from '../../server/erasure/number-keys.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';

/** The last one under which devices had the key. */
const BEFORE = '0020-team-life';

const secretsOf = async (url: string, org: string) =>
  await withClient(url, async (client) => {
    const { rows } = await client.query('select * from organisation_secrets where org = $1', [org]);
    return Object(rows[0]);
  });

async function oldOrganisation(): Promise<string> {
  const url = await freshDatabase('template1');
  await migrate(url, BEFORE);
  await withClient(url, async (client) => {
    await client.query(`insert into organisations values ('AAAAAA', '三声', 1)`);
    await client.query(
      `insert into organisation_secrets (org, number_key, receipt_key) values ('AAAAAA', $1, $2)`,
      ['ab'.repeat(32), 'receipt'],
    );
  });
  await migrate(url);
  return url;
}

test('an organisation from before gets another key, the same from every back-up of it', async () => {
  const [one, restored] = [await oldOrganisation(), await oldOrganisation()];
  const secrets = await secretsOf(one, 'AAAAAA');
  expect(secrets).toMatchObject({ old_number_key: 'ab'.repeat(32) });
  expect(secrets.number_key).toMatch(/^[0-9a-f]{64}$/);
  expect(secrets.number_key).not.toBe(secrets.old_number_key);
  expect(await secretsOf(restored, 'AAAAAA')).toEqual(secrets);
});

let bed: ServerBed;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  lead = await bed.organisation();
  agent = await bed.seat('agent', lead);
  expect(await secretsOf(bed.url, lead.org)).toMatchObject({ old_number_key: null });
});
afterAll(async () => await bed.close());

const note = (number: string, ago = 0) => noteOf(crypto.randomUUID(), bed.clock.now - ago, {}, number);
const erase = (number: string) => bed.ask(lead, 'POST', `/v1/teams/${lead.team}/erasures`, { number });

/** As the migration does, with data in it. */
async function replaceKey(): Promise<void> {
  await withClient(bed.url, async (client) => {
    await client.query(
      `update organisation_secrets set old_number_key = number_key, number_key = $1 where org = $2`,
      ['cd'.repeat(32), lead.org],
    );
  });
}

test('what was stored or erased under the old key is found and stays erased', async () => {
  const [mine, again, erased] = ['+8613900006001', '+8613900006002', '+8613900006003'];
  const [old, revised] = [note(mine, 600_000), note(again)];
  const order = orderOpened(agent.number, bed.clock.now, crypto.randomUUID(), mine);
  await push(bed, agent, noteItem(old), noteItem(revised), { type: 'team', event: order });
  await erase(erased);
  const key = (await secretsOf(bed.url, lead.org)).number_key;
  await replaceKey();
  bed.clock.now += 60_000;

  expect(await push(bed, agent, noteItem(note(erased, 120_000)))).toEqual([{ outcome: 'gone' }]);
  const asked = await bed.ask(agent, 'POST', '/v1/sync/numbers', { numbers: [erased, mine] });
  expect(asked.body).toMatchObject({ erased: [expect.any(Number), null] });
  const named = noteOf(crypto.randomUUID(), bed.clock.now - 120_000, { text: `转 ${erased}` });
  await push(bed, agent, noteItem(named));
  const texts = (await pullAll(bed, agent)).items.flatMap((item) =>
    item.type === 'note' ? [item.note.text] : [],
  );
  expect(texts.join('')).not.toContain('6003');
  const contacts = await bed.ask(agent, 'POST', '/v1/contacts', { number: mine, call: 'live' });
  expect(JSON.stringify(contacts.body)).toContain(String(old.createdAt));

  await push(bed, agent, { ...noteItem({ ...revised, text: '改', updatedAt: bed.clock.now }, 2, 1) });
  for (const number of [mine, again]) expect((await erase(number)).body).toMatchObject({ notes: 1 });
  const { items } = await pullAll(bed, agent);
  const gone = items.flatMap((item) => (item.type === 'gone' ? [item.id] : []));
  expect(gone).toEqual(expect.arrayContaining([old.id, revised.id, order.subject]));
  // Marks of new erasures are made with the new key alone.
  const marks = await withClient(bed.url, async (client) => {
    const { rows } = await client.query(`select id from records where kind = 'erasure'`);
    return rows.map(({ id }) => String(id));
  });
  expect(marks).toContain(keyOfForm(hashingKey('cd'.repeat(32)), '13900006001'));
  expect(marks).not.toContain(keyOfForm(hashingKey(key), '13900006001'));
});

test.each(['old', 'new'])(
  'an erasure is applied again from a hash by the %s key, whatever wrote the notes',
  async (by) => {
    const secrets = await secretsOf(bed.url, lead.org);
    const [number, form] = [
      `+86139000070${by === 'old' ? '01' : '02'}`,
      `139000070${by === 'old' ? '01' : '02'}`,
    ];
    const kept = note(number);
    await push(bed, agent, noteItem(kept));
    await withClient(bed.url, async (client) => {
      // As an older back-up has it.
      const keys = [keyOfForm(hashingKey(by === 'old' ? secrets.number_key : secrets.old_number_key), form)];
      await client.query(`update records set number_keys = $1 where id = $2`, [keys, kept.id]);
    });
    const mark = keyOfForm(hashingKey(by === 'old' ? secrets.old_number_key : secrets.number_key), form);
    const where = { org: lead.org, team: lead.team, member: 'server' };
    const done = await inTenant(bed.db, where, (tx) => eraseKey(tx, where, mark, bed.clock.now));
    expect(done).toMatchObject({ notes: 1 });
  },
);
