import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { callServer } from '../../browser/server/call-server.ts';
import { api } from '../../contract/api/api.ts';
import type { Endpoint } from '../../contract/api/endpoint.ts';
import { notesApi } from '../../contract/api/review/notes-api.ts';

const ENDPOINTS = Object.values(api).flatMap((resource): Endpoint[] => Object.values(resource));
const server = { server: 'https://team.example', token: 'token' };

afterEach(() => vi.unstubAllGlobals());

describe('the list of endpoints', () => {
  test('has each method and path once', () => {
    const names = ENDPOINTS.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is the table in docs/sync.md', () => {
    const rows = ENDPOINTS.map(
      ({ method, path, permission, summary }) => `| \`${method} ${path}\` | ${permission} | ${summary} |`,
    );
    const document = readFileSync('docs/sync.md', 'utf8');
    expect(document.split('\n').filter((line) => /^\| `[A-Z]+ \//.test(line))).toEqual(rows);
  });

  test('is the only place where the product names a path of the server', () => {
    const folders = ['background', 'browser', 'entrypoints', 'pages', 'phone-host', 'server', 'storage'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const sources = files.filter((name) => /\.tsx?$/.test(name));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((name) => /['"`]\/v1\//.test(readFileSync(name, 'utf8')))).toEqual([]);
  });
});

describe('a call', () => {
  function answerWith(status: number, body: unknown) {
    const requests: Request[] = [];
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      requests.push(new Request(url, init));
      return Response.json(body, { status });
    });
    return requests;
  }

  test('writes path, query and body from the definition', async () => {
    const requests = answerWith(200, { notes: [], next: null });
    const params = { team: 'a/b' };
    const query = { from: '0', to: '1', agent: undefined };
    expect(await callServer(server, notesApi.list, { params, query })).toEqual({
      ok: true,
      value: { notes: [], unreadable: 0, next: null },
    });
    await callServer(server, notesApi.comment, { params: { team: 't', note: 'n' }, body: { text: 'x' } });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://team.example/v1/teams/a%2Fb/notes?from=0&to=1',
      'POST https://team.example/v1/teams/t/notes/n/comments',
    ]);
    expect(await requests[1]?.json()).toEqual({ text: 'x' });
  });

  test('parses the answer', async () => {
    answerWith(200, { notes: 'none' });
    const input = { params: { team: 't' }, query: { from: '0', to: '1' } };
    expect(await callServer(server, notesApi.list, input)).toMatchObject({ ok: false, reason: 'bad-reply' });
    answerWith(404, { reason: 'not-found', detail: null });
    expect(await callServer(server, notesApi.list, input)).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test('with a missing or wrong part does not compile', () => {
    const calls = [
      // @ts-expect-error: a parameter of the path is missing.
      () => callServer(server, notesApi.read, { params: { team: 't' } }),
      // @ts-expect-error: the query is missing.
      () => callServer(server, notesApi.list, { params: { team: 't' } }),
      // @ts-expect-error: the body has another schema.
      () => callServer(server, notesApi.comment, { params: { team: 't', note: 'n' }, body: { texts: '' } }),
      // @ts-expect-error: the endpoint has no body.
      () => callServer(server, notesApi.read, { params: { team: 't', note: 'n' }, body: {} }),
    ];
    expect(calls).toHaveLength(4);
  });
});
