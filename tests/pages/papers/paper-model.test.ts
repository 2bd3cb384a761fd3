import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { type PaperLink, paperAddress, readPaperLink } from '../../../pages/papers/paper-link.ts';
import { PaperModel } from '../../../pages/papers/paper-model.ts';
import { pack } from '../../../scripts/pack.yaml';
import { orderStory } from '../../helpers/order-story.ts';

describe('the address of a paper', () => {
  it.each<PaperLink>([
    { of: 'order', paper: 'follow-up', order: '0b0e7a3c-0000-4000-8000-000000000001' },
    { of: 'order', paper: 'sales-reply', order: 'a/b#c' },
    { of: 'span', paper: 'complaint-statistics', span: 'week', day: '2026-11-23' },
    { of: 'span', paper: 'call-back-record', span: 'month', day: '2026-11-01' },
  ])('$paper is read as it was written', (link) => {
    expect(readPaperLink(paperAddress(link).replace('paper.html', ''))).toEqual(link);
  });

  it.each([
    ...['', '#', '#follow-up', '#follow-up/', '#follow-up/%E0%A4%A', '#call-back-record/year/2026-11-01'],
    ...['#call-back-record/week/2026-13-01', '#complaint-statistics/week', '#other/1'],
  ])('%j names none', (hash) => {
    expect(readPaperLink(hash)).toBeNull();
  });
});

describe('a paper on screen', () => {
  function opened(address: string, isRecorded = true) {
    const story = orderStory().opens('quality', { orderNumber: '3-261122-AF-12', surname: '=王' });
    const [uses, files]: [string[], ExportFile[]] = [[], []];
    const model = new PaperModel({
      ...{ address, teamLog: { events: signal(story.events) }, packs: { pack }, language: 'zh-CN' },
      ...{ now: story.now, timeZone: 'Asia/Shanghai', utcOffsetMinutes: 480 },
      record: async (paper, how) => {
        if (!isRecorded) throw new Error('the disk is full');
        uses.push(`${how} ${paper}`);
      },
      print: () => void uses.push('print'),
      save: (file) => files.push(file),
    });
    return { model, uses, files };
  }

  it('is recorded when it is opened, printed and exported', async () => {
    const { model, uses, files } = opened('#complaint-record/order-1');
    await model.opened();
    await model.print();
    await model.save();
    const name = 'complaint-record-3-261122-AF-12';
    expect(uses).toEqual([`opened ${name}`, `printed ${name}`, 'print', `exported ${name}`]);
    expect(files.map((file) => file.name)).toEqual([`${name}.xlsx`]);
  });

  it('does not leave the computer unrecorded', async () => {
    const { model, uses, files } = opened('#complaint-record/order-1', false);
    await model.print();
    await model.save();
    expect([uses, files, model.failed.value]).toEqual([[], [], true]);
  });

  it('of an unknown order is none, and nothing is recorded', async () => {
    const { model, uses } = opened('#complaint-record/order-9');
    await model.opened();
    expect([model.paper.value, uses]).toEqual([null, []]);
  });
});
