import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let server: Listening;
let lead: Seat;
let agent: Seat;
let colleague: Seat;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
  lead = await bed.organisation();
  [agent, colleague] = [await bed.seat('agent', lead), await bed.seat('agent', lead)];
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

/** How often a change reported to each, once everybody has heard of a later one of the team. */
async function wakes(work: () => Promise<unknown>): Promise<readonly number[]> {
  const seats = [agent, await bed.device(agent), colleague, lead];
  const listeners = await Promise.all(seats.map((seat) => eventListener(() => server.origin, seat)));
  await work();
  const path = `/v1/teams/${lead.team}/messages`;
  for (const to of [agent, colleague]) {
    await bed.ask(lead, 'POST', path, { id: crypto.randomUUID(), to: to.number, call: null, text: '到此' });
  }
  const counts = await Promise.all(
    listeners.map(async (listener) => {
      await listener.next('message');
      listener.stop();
      return listener.of('changed').length;
    }),
  );
  return counts;
}

const note = () => noteOf(crypto.randomUUID(), bed.clock.now);

test('a note, its deletion and a comment on it wake only the devices of its agent', async () => {
  const written = note();
  expect(await wakes(() => push(bed, agent, noteItem(written)))).toEqual([1, 1, 0, 0]);
  const path = `/v1/teams/${lead.team}/notes/${written.id}/comments`;
  expect(await wakes(() => bed.ask(lead, 'POST', path, { text: '好' }))).toEqual([1, 1, 0, 0]);
  expect(await wakes(() => push(bed, agent, { type: 'gone', id: written.id }))).toEqual([1, 1, 0, 0]);
});

test('a comment that was read wakes who may have written it', async () => {
  const written = note();
  await push(bed, agent, noteItem(written));
  const path = `/v1/teams/${lead.team}/notes/${written.id}/comments`;
  const { body } = await bed.ask(lead, 'POST', path, { text: '好' });
  const { id } = v.parse(v.object({ id: v.string() }), body);
  const read = { type: 'comment-read', id, at: bed.clock.now };
  expect(await wakes(() => push(bed, agent, read))).toEqual([1, 1, 0, 1]);
});

test('what the team shares wakes everybody, also together with a private note', async () => {
  const event = { type: 'team', event: orderOpened(agent.number, bed.clock.now) };
  expect(await wakes(() => push(bed, agent, event))).toEqual([1, 1, 1, 1]);
  const another = { type: 'team', event: orderOpened(agent.number, bed.clock.now) };
  expect(await wakes(() => push(bed, agent, noteItem(note()), another))).toEqual([1, 1, 1, 1]);
});

test('what is known already, or refused, wakes nobody', async () => {
  const known = noteItem(note());
  await push(bed, agent, known);
  expect(await wakes(() => push(bed, agent, known, { type: 'nonsense' }))).toEqual([0, 0, 0, 0]);
});
