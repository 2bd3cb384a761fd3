import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import pino from 'pino';
import type { Role } from '../../../contract/api/members/role.ts';
import { OLDEST_SYNC_VERSION, SYNC_VERSION, VERSION_HEADER } from '../../../contract/api/sync/version.ts';
import { createServer } from '../../../server/create-server.ts';
import { appUrlOf } from '../../../server/database/app-login.ts';
import { connectAsApp } from '../../../server/database/connect.ts';
import type { Tables } from '../../../server/database/tables.ts';
import { inTenant } from '../../../server/database/tenant.ts';
import { EventHub } from '../../../server/events/event-hub.ts';
import { LIMITS } from '../../../server/http/rate-limit.ts';
import { addMember } from '../../../server/members/add-member.ts';
import { addTeam } from '../../../server/members/add-team.ts';
import { createOrganisation } from '../../../server/members/create-organisation.ts';
import { createMetrics } from '../../../server/operate/metrics.ts';
import type { Ports } from '../../../server/ports.ts';
import { NO_GUARD } from '../../../server/restore/restore-guard.ts';
import { fetchIssuer } from '../../../server/sign-in/fetch-issuer.ts';
import { makeDevice } from '../../../server/sign-in/make-device.ts';
import { freshDatabase } from './database.ts';

/** A member with one device. */
export interface Seat {
  readonly org: string;
  readonly team: string;
  readonly member: string;
  readonly number: string;
  readonly device: string;
  readonly token: string;
}

export interface ServerBed {
  /** The owner's. */
  readonly url: string;
  /** Of the role with which the server works. */
  readonly appUrl: string;
  readonly db: Kysely<Tables>;
  readonly ports: Ports;
  readonly app: Hono;
  /** The server's time in milliseconds since the epoch; a test can move it. */
  readonly clock: { now: number };
  /** As a device of `seat`, or anonymous. */
  readonly ask: (
    seat: Seat | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    /** Instead of `body`: JSON that JSON.stringify does not write. */
    text?: string,
  ) => Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }>;
  /** Another member, in the team and organisation of `beside`, or in a team of their own. */
  readonly seat: (role: Role, beside: { readonly org: string; readonly team: string }) => Promise<Seat>;
  readonly team: (org: string) => Promise<{ readonly org: string; readonly team: string }>;
  /** Another device of the same member. */
  readonly device: (seat: Seat) => Promise<Seat>;
  /** An organisation with its first team and its admin. */
  readonly organisation: () => Promise<Seat>;
  readonly close: () => Promise<void>;
}

/**
 * A server without a socket, on a database of its own or on `database` (the owner's URL): requests
 * go straight to the app.
 */
export async function serverBed(change: Partial<Ports> = {}, database?: string): Promise<ServerBed> {
  const url = database ?? (await freshDatabase());
  const appUrl = await appUrlOf(url);
  const db = await connectAsApp(appUrl, 8);
  const clock = { now: Date.parse('2026-11-22T09:00:00+08:00') };
  const ports: Ports = {
    db,
    now: () => clock.now,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    guard: NO_GUARD,
    events: new EventHub(db, () => {}),
    limits: { ...LIMITS, anonymousPerMinute: 100_000, devicePerMinute: 100_000 },
    versions: { oldest: OLDEST_SYNC_VERSION, newest: SYNC_VERSION },
    allowedOrigins: [],
    metricsToken: null,
    isProxy: () => false,
    routing: null,
    // The issuers of tests are on this machine.
    fetchIssuer: fetchIssuer((address) => address === '127.0.0.1'),
    ...change,
  };
  const app = createServer(ports);
  let members = 0;
  const enrol = async (
    org: string,
    team: string,
    member: { readonly id: string; readonly number: string },
  ) => {
    const made = await inTenant(db, { org, team: '*' }, (tx) =>
      makeDevice(tx, { org, member: member.id }, 'test', clock.now, 'enrolled'),
    );
    return { org, team, member: member.id, number: member.number, device: made.me.device, token: made.token };
  };
  const bed: ServerBed = {
    url,
    appUrl,
    db,
    ports,
    app,
    clock,
    ask: async (seat, method, path, body, headers = {}, text = JSON.stringify(body)) => {
      const response = await app.request(
        path,
        {
          method,
          headers: {
            [VERSION_HEADER]: String(SYNC_VERSION),
            ...(seat === null ? {} : { authorization: `Bearer ${seat.token}` }),
            ...headers,
          },
          ...(text === undefined ? {} : { body: text }),
        },
        { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } },
      );
      const answer = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return {
        status: response.status,
        body: isJson ? JSON.parse(answer) : answer,
        headers: response.headers,
      };
    },
    seat: async (role, { org, team }) => {
      members += 1;
      const number = String(1000 + members);
      const member = await inTenant(db, { org, team }, (tx) =>
        addMember(tx, { org, team }, { number, name: `Agent ${number}`, role }, clock.now),
      );
      return await enrol(org, team, member);
    },
    team: async (org) => {
      const team = crypto.randomUUID();
      await inTenant(db, { org, team }, (tx) => addTeam(tx, { org, team }, 'Team', clock.now));
      return { org, team };
    },
    device: async (seat) => await enrol(seat.org, seat.team, { id: seat.member, number: seat.number }),
    organisation: async () => {
      members += 1;
      const number = String(1000 + members);
      const made = await createOrganisation(db, clock.now, 'Organisation', 'First team', {
        number,
        name: `Agent ${number}`,
      });
      return await enrol(made.org, made.team, { id: made.member, number });
    },
    close: async () => await db.destroy(),
  };
  return bed;
}
