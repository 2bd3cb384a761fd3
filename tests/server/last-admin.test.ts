import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(async () => await bed.close());

test.each([{ role: 'lead' }, { left: true }])(
  'two admins who do %j to each other leave one',
  async (change) => {
    for (let round = 0; round < 5; round += 1) {
      const first = await bed.organisation();
      const second = await bed.seat('admin', first);
      const demote = (by: typeof first, whom: typeof first) =>
        bed.ask(by, 'PATCH', `/v1/teams/${whom.team}/members/${whom.member}`, change);
      const answers = await Promise.all([demote(first, second), demote(second, first)]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    }
  },
);

test('two admins who demote each other at two processes of one database leave one', async () => {
  const other = await serverBed({}, bed.url);
  try {
    for (let round = 0; round < 5; round += 1) {
      const first = await bed.organisation();
      const second = await bed.seat('admin', first);
      const demote = (at: ServerBed, by: typeof first, whom: typeof first) =>
        at.ask(by, 'PATCH', `/v1/teams/${whom.team}/members/${whom.member}`, { role: 'agent' });
      const answers = await Promise.all([demote(bed, first, second), demote(other, second, first)]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    }
  } finally {
    await other.close();
  }
});

test('an admin of another team counts as one, a member who left does not', async () => {
  const first = await bed.organisation();
  const other = await bed.seat('admin', await bed.team(first.org));
  const path = ({ team, member }: typeof first) => `/v1/teams/${team}/members/${member}`;
  expect((await bed.ask(other, 'PATCH', path(first), { left: true })).status).toBe(200);
  expect((await bed.ask(other, 'PATCH', path(other), { role: 'lead' })).status).toBe(409);
});
