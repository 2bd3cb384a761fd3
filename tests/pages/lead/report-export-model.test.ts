import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#i18n';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { ReportExportModel } from '../../../pages/lead/reports/report-export-model.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { FakeTeamServer, LI, NOTE } from '../../helpers/fake-team-server.ts';
import { parseCsv } from '../../helpers/parse-csv.ts';

const pack = loadPack();
const WRITTEN = { by: LI.number, note: NOTE };

describe('the export of a report', () => {
  let server: FakeTeamServer;
  beforeEach(() => {
    server = new FakeTeamServer();
  });
  afterEach(() => vi.unstubAllGlobals());

  const DAY = spanAround('day', NOTE.createdAt, 0);
  const NO_TALLIES = {
    harassmentByHour: [],
    harassmentBySource: [],
    complaintsByKind: [],
    complaintsByState: [],
    clocks: [],
    clocksByOwner: [],
    callBacks: [],
  };
  const open = () => {
    const files: ExportFile[] = [];
    const model = new ReportExportModel({
      session: server.session(),
      pack,
      shown: () => ({
        state: 'open',
        span: DAY,
        hasLater: false,
        contact: contactFigures([], DAY, 3),
        team: NO_TALLIES,
        situationTitles: new Map(),
        opened: null,
      }),
      save: (file) => files.push(file),
    });
    return { model, files };
  };

  it('counts the notes that the server has recorded for the export', async () => {
    const { model, files } = open();
    const walkIn = { ...NOTE, contact: { kind: 'walk-in' } };
    server.answers('POST ~/figures/export', { notes: [{ ...WRITTEN, note: walkIn }] });
    await model.act({ do: 'export-figures', format: 'json' });
    expect(files[0]?.name).toBe(`figures-${DAY.firstDay}-${DAY.lastDay}.json`);
    const name = i18n.t('figures.walkIns');
    expect(JSON.parse(String(files[0]?.content)).figures).toContainEqual(
      expect.objectContaining({ name, value: 1 }),
    );
  });

  it('writes a row a note, and no cell that a spreadsheet would run', async () => {
    const { model, files } = open();
    server.answers('POST ~/notes/export', { notes: [WRITTEN] });
    await model.act({ do: 'export-notes', format: 'csv', full: false });
    const [, row] = parseCsv(String(files[0]?.content));
    expect(row?.[0]).toBe('0283');
    expect(row?.some((cell) => cell.startsWith('='))).toBe(false);
    expect(model.view.value).toMatchObject({ state: 'done' });
  });

  it('says that the span is too large, or that the server cannot be reached', async () => {
    const { model } = open();
    server.refuses('POST ~/figures/export', 'too-large', 413);
    await model.act({ do: 'export-figures', format: 'csv' });
    expect(model.view.value).toEqual({ state: 'too-large' });
    server.refuses('POST ~/figures/export', 'unavailable', 503);
    await model.act({ do: 'export-figures', format: 'csv' });
    expect(model.view.value).toEqual({ state: 'refused', why: 'offline' });
  });
});
