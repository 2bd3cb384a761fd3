import type { NoteCategory } from '../../../contract/note/note.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import type { WorkOrderDeadline, WorkOrderStage } from '../../../contract/pack/work-order-kind.ts';
import { word } from './word.ts';

export const CATEGORY_WORDS: Readonly<Record<NoteCategory, Readonly<Record<PackLanguage, string>>>> = {
  query: word('查询', '查詢', 'Query'),
  business: word('业务', '業務', 'Business'),
  complaint: word('投诉', '申訴', 'Complaint'),
};

export const LIMIT_UNIT_WORDS: Readonly<Record<TimeLimit['unit'], Readonly<Record<PackLanguage, string>>>> = {
  min: word('分钟', '分鐘', 'minutes'),
  h: word('小时', '小時', 'hours'),
  'working-h': word('工作小时', '工作小時', 'working hours'),
  'working-d': word('工作日', '工作天', 'working days'),
};

export const FROM_WORDS: Readonly<Record<WorkOrderDeadline['from'], Readonly<Record<PackLanguage, string>>>> =
  {
    opened: word('开单时（转为重大时）', '開單時（轉為重大時）', 'opening (or turning major)'),
    move: word('某一步转出时', '某一步轉出時', 'a move that names it'),
  };

export const RUNS_FOR_WORDS: Readonly<
  Record<WorkOrderDeadline['runsFor'], Readonly<Record<PackLanguage, string>>>
> = {
  all: word('所有工单', '所有工單', 'every order'),
  ordinary: word('只有一般的', '只有一般的', 'ordinary ones only'),
  major: word('只有重大的', '只有重大的', 'major ones only'),
};

export const MET_BY_WORDS: Readonly<
  Record<WorkOrderDeadline['metBy'], Readonly<Record<PackLanguage, string>>>
> = {
  closed: word('办结', '結案', 'closing it'),
  'caller-informed': word('告知顾客', '告知客戶', 'telling the caller'),
};

type WhenOver = NonNullable<WorkOrderStage['whenOver']>['does'] | 'nothing';

export const WHEN_OVER_WORDS: Readonly<Record<WhenOver, Readonly<Record<PackLanguage, string>>>> = {
  nothing: word('只变红', '只變紅', 'only goes red'),
  move: word('自动转到另一阶段', '自動轉到另一階段', 'moves to another stage'),
  'make-major': word('转为重大', '轉為重大', 'makes the order major'),
};
