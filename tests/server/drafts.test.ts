import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftSchema } from '../../contract/release/draft.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let server: Listening;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

test('two leads on one draft: each sees what the other saves, and nobody writes over it unseen', async () => {
  const admin = await bed.organisation();
  const [first, second] = [await bed.seat('lead', admin), await bed.seat('lead', admin)];
  const listener = await eventListener(() => server.origin, second);
  const path = `/v1/teams/${first.team}/drafts/d1`;
  const save = (seat: typeof first, revision: number, wait: number) =>
    bed.ask(seat, 'POST', path, { revision, name: '十二月', content: { wait } });

  expect(await save(first, 0, 5)).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await listener.next('draft')).toMatchObject({ draft: 'd1', revision: 1, by: first.number });
  expect(await save(second, 1, 4)).toMatchObject({ status: 200, body: { revision: 2 } });
  expect(await save(first, 1, 3)).toMatchObject({ status: 409, body: { reason: 'conflict' } });
  expect(await save(second, 0, 9)).toMatchObject({ status: 409 });
  expect(await bed.ask(first, 'GET', path)).toMatchObject({
    body: { revision: 2, by: second.number, content: { wait: 4 } },
  });

  const racing = await Promise.all([save(first, 2, 1), save(second, 2, 2)]);
  expect(racing.map(({ status }) => status).sort()).toEqual([200, 409]);

  expect(await bed.ask(first, 'DELETE', path)).toMatchObject({ status: 405 });
  expect(await bed.ask(second, 'GET', path)).toMatchObject({ status: 200, body: { revision: 3 } });
  listener.stop();
});

test('a draft names who changed which place, whoever saved it last, until it is discarded', async () => {
  const admin = await bed.organisation();
  const [first, second] = [await bed.seat('lead', admin), await bed.seat('lead', admin)];
  const path = `/v1/teams/${first.team}/drafts/d2`;
  const save = (seat: typeof first, revision: number, changed: string[], content: object = { wait: 5 }) =>
    bed.ask(seat, 'POST', path, { revision, name: '十二月', content, changed });
  const authors = async () => {
    const { body } = await bed.ask(first, 'GET', path);
    const read = v.parse(draftSchema, body);
    return Object.fromEntries(read.authors.map(({ place, by }) => [place, by]));
  };
  await save(first, 0, ['settings/ringLimit', 'situations/a']);
  await save(second, 1, ['settings/ringLimit', 'situations/b/title/en']);
  expect(await authors()).toEqual({
    'settings/ringLimit': second.number,
    'situations/a': first.number,
    'situations/b/title/en': second.number,
  });
  expect(await save(first, 1, ['situations/c'])).toMatchObject({ status: 409 });
  await save(first, 2, [], {});
  expect(await authors()).toEqual({});
});
