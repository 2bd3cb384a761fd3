import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { enrolAnswerSchema, enrolmentCodeSchema } from '../../contract/api/members/enrolment.ts';
import { memberSchema, type NewMember } from '../../contract/api/members/member.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { startServerProcess } from './server/server-process.ts';

/** `npm run server` in a process of its own. */
export interface TeamServer {
  readonly url: string;
  /** A request as the first admin. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Adds a member; returns the code by which one device joins. */
  codeFor(member: NewMember): Promise<string>;
  /** A code for another device of an existing member. */
  codeAgain(agentNumber: string): Promise<string>;
  /** Kills the process; nothing answers until `start`. */
  kill(): Promise<void>;
  /** On the same port, with the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const membersSchema = v.object({ members: v.array(memberSchema) });

/** On the given database, or with a PostgreSQL of its own, which takes seconds. */
export async function startTeamServer(database?: string): Promise<TeamServer> {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-server-'));
  const place = database === undefined ? { DATA_DIRECTORY: directory } : { DATABASE_URL: database };
  const allowed = { ISSUER_ADDRESSES: '127.0.0.1' };
  const run = (port: string) => startServerProcess({ ...place, ...allowed, PORT: port, LOG_LEVEL: 'error' });
  let running = await run('0');
  const code = firstCode(running.output());
  const { url } = running;
  const enrolled = await request(url, null, 'POST', '/v1/enrol', { code, label: 'test' });
  const { token, me } = v.parse(enrolAnswerSchema, enrolled);
  const team = `/v1/teams/${me.team.id}`;
  const ask: TeamServer['ask'] = (method, path, body) =>
    request(url, token, method, path.replace(':team', me.team.id), body);
  const codeOf = async (member: string) =>
    v.parse(enrolmentCodeSchema, await ask('POST', `${team}/members/${member}/codes`, {})).code;
  return {
    url,
    ask,
    async codeFor(member) {
      const { id } = v.parse(memberSchema, await ask('POST', `${team}/members`, member));
      return await codeOf(id);
    },
    async codeAgain(agentNumber) {
      const { members } = v.parse(membersSchema, await ask('GET', `${team}/members`));
      const member = members.find(({ number }) => number === agentNumber);
      if (member === undefined) throw new Error(`Nobody has the number ${agentNumber}.`);
      return await codeOf(member.id);
    },
    kill: () => running.end('SIGKILL'),
    async start() {
      running = await run(new URL(url).port);
    },
    async close() {
      await running.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function firstCode(said: string): string {
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(said)?.[0];
  if (code === undefined) throw new Error(`No enrolment code in: ${said}`);
  return code;
}

async function request(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      [VERSION_HEADER]: String(SYNC_VERSION),
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
