import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { enrolAnswerSchema, enrolmentCodeSchema } from '../../contract/members/enrolment.ts';
import { memberSchema, type NewMember } from '../../contract/members/member.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/sync/version.ts';

/** `npm run server` in a process of its own, with a PostgreSQL and a data directory of its own. */
export interface TeamServer {
  readonly url: string;
  /** A request as the admin who was there first. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Adds a member and gives the code by which one device joins. */
  codeFor(member: NewMember): Promise<string>;
  /** The process ends as in a power cut, and nothing answers until `start`. */
  kill(): Promise<void>;
  /** On the same port, with the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Takes a few seconds. */
export async function startTeamServer(): Promise<TeamServer> {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-server-'));
  let running = await run(directory, 0);
  const code = firstCode(running.said);
  const { url } = running;
  const enrolled = await request(url, null, 'POST', '/v1/enrol', { code, label: 'test' });
  const { token, me } = v.parse(enrolAnswerSchema, enrolled);
  const team = `/v1/teams/${me.team.id}`;
  const ask: TeamServer['ask'] = (method, path, body) =>
    request(url, token, method, path.replace(':team', me.team.id), body);
  return {
    url,
    ask,
    async codeFor(member) {
      const { id } = v.parse(memberSchema, await ask('POST', `${team}/members`, member));
      return v.parse(enrolmentCodeSchema, await ask('POST', `${team}/members/${id}/codes`, {})).code;
    },
    async kill() {
      const ended = once(running.process, 'exit');
      running.process.kill('SIGKILL');
      await ended;
    },
    async start() {
      running = await run(directory, Number(new URL(url).port));
    },
    async close() {
      const ended = once(running.process, 'exit');
      running.process.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A database that the developer works with is none of a test's. */
function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return rest;
}

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything on stderr until it listened. */
  readonly said: string;
}

async function run(directory: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...withoutDatabase(), DATA_DIRECTORY: directory, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  return await new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /listens at (http:\/\/[^\s]+?)\.?\s/.exec(said)?.[1];
      if (url !== undefined) resolve({ process: child, url, said });
    });
    child.once('exit', (status) => reject(new Error(`The server ended (${status}): ${said}`)));
  });
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
