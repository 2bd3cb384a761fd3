import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server/server-process.ts';

let bed: ServerBed;
let processes: readonly [ServerProcess, ServerProcess];
const start = () => startServerProcess({ DATABASE_URL: bed.url });
beforeAll(async () => {
  bed = await serverBed();
  processes = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all(processes.map(({ end }) => end('SIGKILL')));
  await bed.close();
});

/** The simplest action of a lead that announces an event, at one of the processes. */
async function save(origin: string, lead: Seat, draft: string): Promise<number> {
  const response = await fetch(`${origin}/v1/teams/${lead.team}/drafts/${draft}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lead.token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
    body: JSON.stringify({ revision: 0, name: draft, content: {} }),
  });
  return response.status;
}

test('what is done at one process is heard at the other; when one dies, all go on and nothing is lost or doubled', async () => {
  const [one, two] = processes;
  const admin = await bed.organisation();
  const leads = await Promise.all([0, 1, 2, 3].map(() => bed.seat('lead', admin)));
  // Everybody reconnects to a living process, as through a load balancer.
  let alive = [one.url, two.url];
  const listeners = await Promise.all(
    leads.map((lead, n) => eventListener(() => alive[n % alive.length] ?? two.url, lead)),
  );
  const [lead] = leads;
  if (lead === undefined) throw new Error('no lead');
  const saved: string[] = [];
  const saveAt = async (origin: string) => {
    const draft = randomUUID();
    expect(await save(origin, lead, draft)).toBe(200);
    saved.push(draft);
  };

  await saveAt(one.url);
  await saveAt(two.url);
  for (const listener of listeners) await listener.next('draft', 2);

  alive = [two.url];
  await one.end('SIGKILL');
  await saveAt(two.url);
  await saveAt(two.url);
  for (const listener of listeners) await listener.next('draft', 4);
  listeners[1]?.cut();
  await saveAt(two.url);
  for (const listener of listeners) await listener.next('draft', 5);
  for (const listener of listeners) expect(listener.of('draft').map(({ draft }) => draft)).toEqual(saved);
  for (const listener of listeners) listener.stop();
});
