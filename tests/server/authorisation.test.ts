import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../contract/api/endpoint.ts';
import { may, type Role, roleSchema } from '../../contract/api/members/role.ts';
import { ROUTES } from '../../server/routes.ts';
import { answerChecker } from '../helpers/server/hold-against-document.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';

/** Every endpoint for every role: in the own team, in another team, in another organisation. */
let bed: ServerBed;
let seats: Readonly<Record<Role, Seat>>;
let otherTeam: Seat;
let otherOrganisation: Seat;
let note: string;
const ROLES = roleSchema.options;
const MEMBER_ENDPOINTS = ROUTES.flatMap(({ access, endpoint }) => (access === 'public' ? [] : [endpoint]));

beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  const [agent, lead, supervisor] = await Promise.all([
    bed.seat('agent', admin),
    bed.seat('lead', admin),
    bed.seat('supervisor', admin),
  ]);
  seats = { agent, lead, supervisor, admin };
  otherTeam = await bed.seat('agent', await bed.team(admin.org));
  otherOrganisation = await bed.organisation();
  note = crypto.randomUUID();
  await push(bed, agent, noteItem(noteOf(note, bed.clock.now, { text: '机密' })));
});
afterAll(async () => await bed.close());

/**
 * A request that passes the permission check and is then refused, or at least changes nothing
 * here.
 */
async function ask(seat: Seat | null, endpoint: Endpoint, team: string) {
  const path = endpoint.path
    .replace(':team', team)
    .replace(':note', note)
    .replace(/:(\w+)/g, 'none');
  return await bed.ask(seat, endpoint.method, path, endpoint.method === 'GET' ? undefined : []);
}

const refusalOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'reason' in body ? body.reason : null;

const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

describe.each(named(MEMBER_ENDPOINTS))('%s', (_, endpoint) => {
  test('nobody without a device; in the own team exactly the roles that the table names', async () => {
    expect(await ask(null, endpoint, seats.agent.team)).toMatchObject({ status: 401 });
    const { permission } = endpoint;
    const allowed = ROLES.filter((role) => permission !== 'public' && may(role, permission));
    for (const role of ROLES) {
      // Other tests cover signing out and the event stream.
      if (isSpecial(endpoint) && allowed.includes(role)) continue;
      const { body } = await ask(seats[role], endpoint, seats[role].team);
      const refused = refusalOf(body) === 'not-allowed';
      expect({ role, refused }).toEqual({ role, refused: !allowed.includes(role) });
    }
  });
});

describe.each(named(MEMBER_ENDPOINTS.filter(({ path }) => path.includes(':team'))))('%s', (_, endpoint) => {
  test('in another team only an admin of the organisation', async () => {
    for (const role of ROLES) {
      const { status, body } = await ask(seats[role], endpoint, otherTeam.team);
      if (role === 'admin') expect(refusalOf(body)).not.toBe('not-allowed');
      else expect({ role, status }).toEqual({ role, status: 404 });
      expect(JSON.stringify(body)).not.toContain('机密');
    }
  });

  test('in another organisation nobody, and it is not said what is there', async () => {
    for (const role of ROLES) {
      const foreign = await ask(seats[role], endpoint, otherOrganisation.team);
      const invented = await ask(seats[role], endpoint, crypto.randomUUID());
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(invented.body);
    }
  });
});

function isSpecial({ method, path }: Endpoint): boolean {
  return path === '/v1/me/device' || (method === 'GET' && path === '/v1/events');
}

test('what is answered is what the OpenAPI document promises, granted or refused', async () => {
  const { body: document } = await bed.ask(null, 'GET', '/openapi.json');
  const wrong = answerChecker(document);
  for (const endpoint of MEMBER_ENDPOINTS) {
    if (isSpecial(endpoint)) continue;
    for (const seat of [seats.admin, seats.agent]) {
      const span = { from: '0', to: String(bed.clock.now + 1) };
      const path = endpoint.path
        .replace(':team', seat.team)
        .replace(':note', note)
        .replace(/:(\w+)/g, 'none');
      const query =
        endpoint.path.endsWith('/notes') || endpoint.path.endsWith('/figures')
          ? `?${new URLSearchParams(span)}`
          : '';
      const body = endpoint.method === 'GET' ? undefined : {};
      const answer = await bed.ask(seat, endpoint.method, path + query, body);
      if (answer.status === 304 || typeof answer.body === 'string') continue;
      expect(wrong(endpoint.method.toLowerCase(), endpoint.path, answer.status, answer.body)).toBe(null);
    }
  }
});

test('roles do not rise above the one who gives them', async () => {
  const { lead, agent, admin } = seats;
  const members = `/v1/teams/${lead.team}/members`;
  const made = { number: '7777', name: 'New', role: 'admin' };
  expect(await bed.ask(lead, 'POST', members, made)).toMatchObject({ status: 403 });
  expect(await bed.ask(lead, 'PATCH', `${members}/${agent.member}`, { role: 'admin' })).toMatchObject({
    status: 403,
  });
  expect(await bed.ask(lead, 'POST', `${members}/${admin.member}/codes`, {})).toMatchObject({ status: 403 });
  expect(await bed.ask(lead, 'PATCH', `${members}/${admin.member}`, { left: true })).toMatchObject({
    status: 403,
  });
  const device = `/v1/teams/${lead.team}/devices/${admin.device}`;
  expect(await bed.ask(lead, 'DELETE', device)).toMatchObject({ status: 403 });
  expect(await bed.ask(admin, 'PATCH', `${members}/${admin.member}`, { left: true })).toMatchObject({
    status: 409,
  });
});
