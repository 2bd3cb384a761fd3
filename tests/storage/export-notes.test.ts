import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csv } from '../../contract/table/csv.ts';
import { readAudit } from '../../storage/audit-log.ts';
import { exportNotes } from '../../storage/notes/export-notes.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';
import { noteWords } from '../helpers/note-words.ts';
import { parseCsv } from '../helpers/parse-csv.ts';
import { MORNING, Profile } from '../helpers/profile.ts';

describe('an export', () => {
  let profile: Profile;
  let stores: Stores;
  const request = { from: MORNING, to: MORNING, words: noteWords, timeZone: 'Asia/Shanghai' } as const;

  beforeEach(async () => {
    profile = new Profile();
    stores = await profile.signedIn();
    await stores.notes.create(
      {
        ...{ kind: 'call', call: 'a', direction: 'inbound', startedAt: 1 },
        ...{ number: '+8613900001234', displayName: '=cmd|calc' },
      },
      { text: '她说"退款",电话 139-0000-9999', surname: '王', title: 'ms' },
    );
  });
  afterEach(() => profile.quit());

  it('shows numbers masked unless asked for in full', async () => {
    const masked = await exportNotes(stores.notes, { ...request, format: 'csv', masked: true });
    expect(masked.content).not.toMatch(/0000.?9999|3900001234/);
    expect(masked.content).toContain('139••••9999');
    const full = await exportNotes(stores.notes, { ...request, format: 'csv', masked: false });
    expect(full.content).toContain(`"'+8613900001234"`);
    expect(full.content).toContain('"她说""退款"",电话 139-0000-9999"');
  });

  it('gives each time as the agent’s clock showed it, with its distance from UTC', async () => {
    const times = async (timeZone: string) => {
      const file = await exportNotes(stores.notes, { ...request, timeZone, format: 'csv', masked: true });
      const [head = [], row = []] = parseCsv(String(file.content));
      return row[head.indexOf(noteWords.heading('createdAt'))];
    };
    for (const [timeZone, offset] of [
      ['Asia/Shanghai', '+08:00'],
      ['America/St_Johns', '-03:30'],
    ] as const) {
      const time = (await times(timeZone)) ?? '';
      expect(time.slice(-6)).toBe(offset);
      expect(Date.parse(time)).toBe(MORNING);
    }
  });

  it('is on record, whoever made it and however', async () => {
    await exportNotes(stores.notes, { ...request, format: 'csv', masked: true });
    profile.now += 1;
    await exportNotes(stores.notes, { ...request, format: 'json', masked: false });
    expect((await readAudit(stores)).entries).toEqual([
      { kind: 'exported', at: MORNING, format: 'csv', masked: true, notes: 1 },
      { kind: 'exported', at: MORNING + 1, format: 'json', masked: false, notes: 1 },
    ]);
  });

  it('as JSON gives back what was typed, exactly', async () => {
    const { content, name } = await exportNotes(stores.notes, { ...request, format: 'json', masked: false });
    expect(JSON.parse(String(content))).toMatchObject([
      { surname: '王', contact: { displayName: '=cmd|calc' } },
    ]);
    expect(name).toBe('notes-2026-11-22-2026-11-22.json');
  });

  it('says how many it could not read', async () => {
    const locked = await profile.restart();
    const file = await exportNotes(locked.notes, { ...request, format: 'csv', masked: true });
    expect(file).toMatchObject({ notes: 0, unread: 1 });
  });
});

describe('a cell', () => {
  it.each(HOSTILE_CELLS)('that would be a formula is text: %j', (text) => {
    expect(csv([[text]])).toMatch(/^\ufeff"'/);
  });

  it('never ends its row or column, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { maxLength: 9 }),
        (rows) => {
          const read = parseCsv(csv(rows));
          const expected = rows.map((row) => row.map((text) => text.replaceAll('\0', '')));
          expect(read.map((row) => row.length)).toEqual(expected.map((row) => row.length));
          read.flat().forEach((text, at) => {
            expect([expected.flat()[at], `'${expected.flat()[at]}`]).toContain(text);
          });
        },
      ),
    );
  });
});
