import { expect, test } from 'vitest';
import type { HandoverLine } from '../../../contract/team/handover-line.ts';
import { foldHandovers } from '../../../rules/handover/fold-handovers.ts';
import { MINUTE, TeamStory } from '../../helpers/team-story.ts';

const LINES: HandoverLine[] = [{ kind: 'order', of: 'o1', text: '工单 王女士 冰箱不制冷', dueAt: null }];
const written = (remarks: string) => ({ type: 'handover-written', remarks, asked: '' }) as const;
const signed = () =>
  ({ type: 'handover-signed', name: '小林', remarks: '重点客户', asked: '', lines: LINES }) as const;
const accepted = { type: 'handover-accepted', name: '小陈' } as const;

test('a sheet is written, written again, signed by the one who leaves and taken by the one who comes', () => {
  const story = new TeamStory().tell('s', written('初稿')).tell('s', written('重点客户'));
  expect(foldHandovers(story.events).sheets).toMatchObject([
    { remarks: '重点客户', is: { state: 'written' } },
  ]);
  story.tell('s', signed()).after(MINUTE).tell('s', accepted, '0500');
  const [sheet] = foldHandovers(story.events).sheets;
  expect(sheet?.is).toMatchObject({
    state: 'accepted',
    leaving: { by: '0283', name: '小林' },
    coming: { by: '0500', name: '小陈', at: story.now },
    lines: LINES,
  });
});

test('nothing is changed after the signature, and nobody takes over from themselves', () => {
  const story = new TeamStory().tell('s', accepted, '0500').tell('s', signed());
  story.tell('s', accepted).tell('s', written('改一下')).tell('s', signed());
  const { sheets, impossible } = foldHandovers(story.events);
  expect(sheets).toMatchObject([{ remarks: '重点客户', is: { state: 'signed' } }]);
  expect(impossible.map(({ why }) => why)).toEqual([
    'accepted before it was signed',
    'accepted by the one who left it',
    'written after it was signed',
    'signed twice',
  ]);
});

test('a notice stands until it is taken back', () => {
  const story = new TeamStory()
    .tell('n1', { type: 'notice-posted', text: '今晚 22 点系统维护' })
    .tell('n2', { type: 'notice-posted', text: '冬季清洗活动开始' })
    .tell('n1', { type: 'notice-withdrawn' });
  expect(foldHandovers(story.events).notices.map(({ text }) => text)).toEqual(['冬季清洗活动开始']);
});
