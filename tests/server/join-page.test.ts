import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACK_LANGUAGES } from '../../contract/pack/localized-text.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let logged = '';
beforeAll(async () => {
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    logged += chunk.toString();
    done();
  };
  bed = await serverBed({ log: pino({ level: 'trace' }, new Writable({ write })) });
});
afterAll(async () => await bed.close());

const open = async () => await bed.ask(null, 'GET', '/join');

test('an enrolment link that a browser opens leads to a page that says what to do, in three languages', async () => {
  const { status, body, headers } = await open();
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const language of PACK_LANGUAGES) expect(body).toContain(`<section lang="${language}">`);
  expect(body).toContain('粘贴到“加入码”一栏，点“加入团队”');
  expect(body).toContain('貼到「加入碼」一欄，按「加入團隊」');
  expect(body).toContain('into Enrolment code and press Join the team');
});

test('the page may load nothing and send nothing: only its own style and script run', async () => {
  const { body, headers } = await open();
  const policy = headers.get('content-security-policy') ?? '';
  const hashOf = (tag: string) => {
    const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(String(body))?.[1] ?? '';
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf('script')}`,
    `style-src ${hashOf('style')}`,
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ]);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).not.toMatch(/\b(src|href|action)=|\bon\w+=|https?:/);
});

test('the log has the route, not what a mistaken link carries behind it', async () => {
  logged = '';
  await bed.ask(null, 'GET', '/join?code=ABCD-EFGH&secret=kept-secret');
  expect(logged).toContain('"route":"/join"');
  expect(logged).not.toMatch(/ABCD|kept-secret/);
});
