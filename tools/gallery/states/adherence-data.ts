import type { Adherence, AdherenceLine } from '../../../contract/note/adherence.ts';
import type { AdherenceReportView } from '../../../pages/lead/adherence/adherence-report-view.ts';
import type { RecordAdherenceView } from '../../../pages/session/adherence-of.ts';
import { adherenceFigures } from '../../../rules/adherence/adherence-figures.ts';
import { minutesAgo } from './parts.ts';

/** When the scored call began. */
export const SCORED_AT = minutesAgo(6);

const at = (seconds: number, seq: number) => ({ at: SCORED_AT + seconds * 1000, seq });

const LINES: readonly AdherenceLine[] = [
  { kind: 'rings', situation: null, evidence: at(6, 3), outcome: 'held', points: 10 },
  { kind: 'greeting', situation: 'greeting', evidence: at(11, 6), outcome: 'held', points: 10 },
  {
    ...{ kind: 'name', situation: null, evidence: at(140, 40), outcome: 'missed', points: 10 },
    ...{ why: 'not-asked', fields: [] },
  },
  { kind: 'script', situation: 'complaint-intake', evidence: at(26, 14), outcome: 'held', points: 20 },
  { kind: 'steps', situation: 'complaint-intake', evidence: at(26, 14), outcome: 'held', points: 10 },
  { kind: 'waits', situation: null, evidence: null, outcome: 'not-applicable', why: 'no-occasion' },
  {
    ...{ kind: 'consent', situation: 'please-wait', evidence: at(70, 22), outcome: 'missed', points: 10 },
    ...{ why: 'not-asked', fields: [] },
  },
  { kind: 'prohibitions', situation: null, evidence: null, outcome: 'not-applicable', why: 'not-listened' },
  { kind: 'hang-up', situation: null, evidence: at(140, 40), outcome: 'held', points: 20 },
  {
    ...{ kind: 'promise', situation: 'cannot-answer-complaint', evidence: at(96, 30) },
    ...{ outcome: 'missed', points: 20, why: 'not-recorded', fields: [] },
  },
  {
    ...{ kind: 'note-fields', situation: null, evidence: at(140, 40), outcome: 'missed', points: 10 },
    ...{ why: 'empty-fields', fields: ['caller-name', 'requested-remedy', 'mood'] },
  },
];

export const ADHERENCE: Adherence = { at: minutesAgo(3), lines: [...LINES] };

export const TITLES: Readonly<Record<string, string>> = {
  greeting: '标准问候',
  'complaint-intake': '投诉倾听',
  'please-wait': '请客户稍候',
  'cannot-answer-complaint': '投诉无法当场答复',
};

export const RECORD_ADHERENCE: RecordAdherenceView = {
  ...{ adherence: ADHERENCE, startedAt: SCORED_AT, titles: TITLES },
};

export const ADHERENCE_REPORT: AdherenceReportView = {
  agents: adherenceFigures([
    { note: 'n1', by: '0283', at: minutesAgo(12), adherence: ADHERENCE },
    { note: 'n2', by: '0284', at: minutesAgo(50), adherence: ADHERENCE },
  ]),
  titles: new Map(Object.entries(TITLES)),
};
export const NO_ADHERENCE: AdherenceReportView = { agents: [], titles: new Map() };
