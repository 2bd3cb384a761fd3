import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { NumberStatus } from '../../../contract/pack/number-status.ts';
import type { Brings } from '../../../contract/triggers/brings.ts';
import type { CallBackDueTrigger } from '../../../contract/triggers/call-back-due.ts';
import type { DateTrigger } from '../../../contract/triggers/date.ts';
import { word } from './word.ts';

export const BRINGS_WORDS: Readonly<Record<Brings, Readonly<Record<PackLanguage, string>>>> = {
  script: word('直接出现', '直接出現', 'comes up at once'),
  suggestion: word('作为建议，坐席采用才出现', '作為建議，客服人員採用才出現', 'waits as a suggestion'),
};

export const SIDE_WORDS: Readonly<Record<'remote' | 'agent', Readonly<Record<PackLanguage, string>>>> = {
  remote: word('顾客', '客戶', 'the caller'),
  agent: word('坐席', '客服人員', 'the agent'),
};

export const NUMBER_STATUS_WORDS: Readonly<Record<NumberStatus, Readonly<Record<PackLanguage, string>>>> = {
  harassment: word('骚扰来电', '騷擾來電', 'a harassing caller'),
  vip: word('贵宾', '貴賓', 'a VIP'),
  'open-complaint': word('投诉未结', '申訴未結', 'having an open complaint'),
  'open-work-order': word('工单未结', '工單未結', 'having an open work order'),
  'called-before': word('来过电', '來過電', 'having called before'),
};

export const PROMISE_WORDS: Readonly<
  Record<CallBackDueTrigger['what'], Readonly<Record<PackLanguage, string>>>
> = {
  'promised-answer': word('答应的答复', '答應的答覆', 'a promised answer'),
  'call-back': word('约定的回访', '約定的回訪', 'a planned call-back'),
};

export const DAYS_WORDS: Readonly<Record<DateTrigger['days']['by'], Readonly<Record<PackLanguage, string>>>> =
  {
    festival: word('节日', '節日', 'a festival'),
    year: word('每年的这几天', '每年的這幾天', 'these days of every year'),
    once: word('只在这几天', '只在這幾天', 'these days only'),
  };
