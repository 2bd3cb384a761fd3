import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../calls/call-event.ts';
import { LOCAL_ORIGIN, type TeamEvent } from '../../contract/team/team-event.ts';
import { foldWarnings } from '../../rules/warnings/fold-warnings.ts';
import { readAudit } from '../../storage/audit-log.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { exportRegister } from '../../storage/team/export-register.ts';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';
import { parseCsv } from '../helpers/parse-csv.ts';
import { MORNING, Profile } from '../helpers/profile.ts';

const NUMBER = '+8613900009999';

describe('the harassment register', () => {
  let profile: Profile;
  let stores: Stores;

  beforeEach(async () => {
    profile = new Profile();
    stores = await profile.signedIn();
  });
  afterEach(() => profile.quit());

  /** The register with hostile text in every field. */
  const register = async (texts: readonly string[], number = NUMBER) => {
    await stores.team.append(texts.map((remarks, n) => registered(`w${n}`, number, remarks, MORNING + n)));
    const { events } = await stores.team.load();
    return foldWarnings(events);
  };
  const exported = async (format: 'csv' | 'json', warnings: Awaited<ReturnType<typeof register>>) =>
    exportRegister(stores.notes.ports, {
      format,
      table: {
        headings: ['号码', '备注', '撤销原因'],
        rows: warnings.map(({ number, remarks, struckOff }) => [number, remarks, struckOff?.reason ?? null]),
        timeZone: 'UTC',
      },
      records: warnings,
    });

  it('gives numbers in full, and is on record each time, without any of them', async () => {
    const warnings = await register(['来过三次']);
    const { name, content, type } = await exported('csv', warnings);
    expect({ name, type }).toEqual({
      name: 'harassment-2026-11-22.csv',
      type: 'text/csv;charset=utf-8',
    });
    expect(parseCsv(String(content))).toEqual([
      ['号码', '备注', '撤销原因'],
      [`'${NUMBER}`, '来过三次', ''],
    ]);
    profile.now += 1;
    await exported('json', warnings);
    const { entries } = await readAudit(stores);
    expect(entries).toEqual([
      { kind: 'register-exported', at: MORNING, format: 'csv', entries: 1 },
      { kind: 'register-exported', at: MORNING + 1, format: 'json', entries: 1 },
    ]);
    expect((await profile.bytesAtRest()).includes('13900009999')).toBe(false);
  });

  it('comes as no file where it cannot be put on record', async () => {
    const warnings = await register(['来过三次']);
    profile.quit();
    await expect(exported('csv', warnings)).rejects.toThrow();
  });

  it.each(HOSTILE_CELLS)('keeps remarks, number and reason text for a spreadsheet: %j', async (hostile) => {
    await register([hostile], hostile.slice(0, 64));
    await stores.team.append([
      { ...envelope('w0', MORNING + 9), type: 'warning-struck-off', reason: hostile },
    ]);
    const { events } = await stores.team.load();
    const { content } = await exported('csv', foldWarnings(events));
    expect(parseCsv(String(content)).at(1)).toEqual([`'${hostile}`, `'${hostile}`, `'${hostile}`]);
  });

  it('as JSON gives back what was registered, exactly', async () => {
    const { content } = await exported('json', await register(HOSTILE_CELLS));
    expect(JSON.parse(String(content)).map(({ remarks }: { remarks: string }) => remarks)).toEqual(
      HOSTILE_CELLS,
    );
  });
});

function registered(id: string, number: string, remarks: string, at: Instant): TeamEvent {
  return {
    ...envelope(id, at),
    ...{
      type: 'warning-registered',
      number,
      calledAt: at,
      kind: 'abusive',
      done: 'stopped',
      remarks,
      note: null,
    },
  };
}

function envelope(subject: string, at: Instant) {
  return { v: 1, id: crypto.randomUUID(), subject, at, by: '0283', ...LOCAL_ORIGIN } as const;
}
