import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { wholeInstantSchema } from '../../calls/vocabulary/instant.ts';
import { syncItemSchema } from '../../contract/api/sync/sync-item.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import { openEnds } from '../helpers/open-ends.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Folders whose schemas cross a process, a network or a restart. */
const FOLDERS = ['calls', 'contract', 'storage', 'server', 'pages', 'background', 'phone-host', 'practice'];

/** Values of another program that are read, not kept; each is bounded where it is used. */
const FOREIGN = [
  'calls/sources/jssip/',
  'server/operate/',
  'server/postgres/',
  'server/sign-in/issuer.ts',
  'pages/session/start-page.tsx',
];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file}`,
  ),
).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.includes('node_modules'));

describe('every schema', () => {
  const modules = files.filter((file) => /^(contract|calls\/(?!sources))/.test(file));

  it.each(modules)('%s leaves no number and no text without a limit', async (file) => {
    const exports: unknown = await import(resolve(ROOT, file));
    expect(openEnds(exports)).toEqual([]);
  });

  it('is made of bounded parts, also where it is not exported', () => {
    const bare = files
      .filter((file) => !FOREIGN.some((foreign) => file.startsWith(foreign)))
      .flatMap((file) => {
        const source = readFileSync(resolve(ROOT, file), 'utf8');
        const unlimited = /v\.(?:number|string)\(\)(?!,?\s*(?:\/\/.*\s*)?v\.|,\s*isStorable)/g;
        return Array.from(source.matchAll(unlimited), ([found]) => `${file}: ${found}`);
      });
    expect(bare).toEqual([]);
  });
});

describe('a number', () => {
  const event = {
    ...{
      type: 'call-back-moved',
      v: 1,
      id: 'b3b0c9be-6f0e-4b64-9a53-0a1a2c7c7c11',
      subject: 'c',
      by: '0283',
    },
    ...{ at: 1_000, offset: null, seen: 0, pack: '', dueAt: 2_000, agreed: true },
  };

  it.each([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    JSON.parse('1e999'),
    -1,
    8.64e15 + 1,
    Number.MAX_SAFE_INTEGER,
    1.5,
  ])('%d is no instant', (value) => {
    expect(v.is(wholeInstantSchema, value)).toBe(false);
    expect(v.is(teamEventSchema, { ...event, dueAt: value })).toBe(false);
    expect(v.is(syncItemSchema, { type: 'team', event: { ...event, at: value } })).toBe(false);
    expect(v.is(syncItemSchema, { type: 'comment-read', id: 'c', at: value })).toBe(false);
  });

  it('−0 is 0, as JSON writes it', () => {
    const parsed = v.parse(teamEventSchema, { ...event, offset: -0, dueAt: -0 });
    expect(parsed).toEqual({ ...event, offset: 0, dueAt: 0 });
  });
});
