import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, type Role, roleSchema } from '../../contract/api/members/role.ts';
import type { Route } from '../../server/http/route.ts';
import { ROUTES } from '../../server/routes.ts';
import { answerChecker } from '../helpers/server/hold-against-document.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';

/** Every route × every role × own team, other team, other organisation. */
let bed: ServerBed;
let seats: Readonly<Record<Role, Seat>>;
let otherTeam: Seat;
let otherOrganisation: Seat;
let note: string;
const ROLES = roleSchema.options;
const MEMBER_ROUTES = ROUTES.filter(({ access }) => access !== 'public');

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

/** A request that gets past the question who may, and then comes to nothing, or at least harms nobody here. */
async function ask(seat: Seat | null, route: Route, team: string) {
  const path = route.path
    .replace(':team', team)
    .replace(':note', note)
    .replace(/:(\w+)/g, 'none');
  return await bed.ask(seat, route.method.toUpperCase(), path, route.method === 'get' ? undefined : []);
}

const refusalOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'reason' in body ? body.reason : null;

const named = (routes: readonly Route[]) =>
  routes.map((route) => [`${route.method} ${route.path}`, route] as const);

describe.each(named(MEMBER_ROUTES))('%s', (_, route) => {
  test('nobody without a device; in the own team exactly the roles that the table names', async () => {
    expect(await ask(null, route, seats.agent.team)).toMatchObject({ status: 401 });
    const allowed = ROLES.filter((role) => route.access !== 'public' && may(role, route.access));
    for (const role of ROLES) {
      // What ends a device, or opens a stream, is asked for elsewhere.
      if (isSpecial(route) && allowed.includes(role)) continue;
      const { body } = await ask(seats[role], route, seats[role].team);
      const refused = refusalOf(body) === 'not-allowed';
      expect({ role, refused }).toEqual({ role, refused: !allowed.includes(role) });
    }
  });
});

describe.each(named(MEMBER_ROUTES.filter(({ path }) => path.includes(':team'))))('%s', (_, route) => {
  test('in another team only an admin of the organisation', async () => {
    for (const role of ROLES) {
      const { status, body } = await ask(seats[role], route, otherTeam.team);
      if (role === 'admin') expect(refusalOf(body)).not.toBe('not-allowed');
      else expect({ role, status }).toEqual({ role, status: 404 });
      expect(JSON.stringify(body)).not.toContain('机密');
    }
  });

  test('in another organisation nobody, and it is not said what is there', async () => {
    for (const role of ROLES) {
      const foreign = await ask(seats[role], route, otherOrganisation.team);
      const invented = await ask(seats[role], route, crypto.randomUUID());
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(invented.body);
    }
  });
});

function isSpecial({ method, path }: Route): boolean {
  return path === '/v1/me/device' || (method === 'get' && path === '/v1/events');
}

test('what is answered is what the OpenAPI document promises, granted or refused', async () => {
  const { body: document } = await bed.ask(null, 'GET', '/openapi.json');
  const wrong = answerChecker(document);
  for (const route of MEMBER_ROUTES) {
    if (isSpecial(route)) continue;
    for (const seat of [seats.admin, seats.agent]) {
      const span = { from: '0', to: String(bed.clock.now + 1) };
      const path = route.path
        .replace(':team', seat.team)
        .replace(':note', note)
        .replace(/:(\w+)/g, 'none');
      const query =
        route.path.endsWith('/notes') || route.path.endsWith('/figures')
          ? `?${new URLSearchParams(span)}`
          : '';
      const body = route.method === 'get' ? undefined : {};
      const answer = await bed.ask(seat, route.method.toUpperCase(), path + query, body);
      if (answer.status === 304 || typeof answer.body === 'string') continue;
      expect(wrong(route.method, route.path, answer.status, answer.body)).toBe(null);
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
