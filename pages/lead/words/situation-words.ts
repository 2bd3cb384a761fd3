import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { HangUpRule, SituationGroup } from '../../../contract/pack/situation.ts';
import type { WaitEnder } from '../../../contract/pack/step.ts';
import type { Condition } from '../../../contract/pack/variant.ts';
import { word } from './word.ts';

export const GROUP_WORDS: Readonly<Record<SituationGroup, Readonly<Record<PackLanguage, string>>>> = {
  opening: word('开场', '開場', 'Opening'),
  line: word('线路', '線路', 'The line'),
  query: word('咨询', '諮詢', 'Queries'),
  complaint: word('投诉', '申訴', 'Complaints'),
  difficult: word('难应对', '難應對', 'Difficult'),
  courtesy: word('礼貌应答', '禮貌應答', 'Courtesy'),
  wait: word('等候', '等候', 'Waiting'),
  closing: word('结束', '結束', 'Closing'),
  'call-back': word('回访', '回訪', 'Call-backs'),
};

export const HANG_UP_WORDS: Readonly<Record<HangUpRule, Readonly<Record<PackLanguage, string>>>> = {
  'caller-first': word('须由顾客先挂机', '須由客戶先掛斷', 'The caller hangs up first'),
  'after-script': word(
    '必须的步骤和等待做完后可以挂机',
    '必要的步驟和等待做完後可以掛斷',
    'The agent may, once nothing mandatory is owed',
  ),
};

export const STEP_KIND_WORDS: Readonly<
  Record<'say' | 'do' | 'branch', Readonly<Record<PackLanguage, string>>>
> = {
  say: word('说', '說', 'Say'),
  do: word('做', '做', 'Do'),
  branch: word('问', '問', 'Ask'),
};

/** What ends a wait early, as the end of “等待 … 秒，”. */
export const ENDER_WORDS: Readonly<Record<WaitEnder, Readonly<Record<PackLanguage, string>>>> = {
  speech: word('顾客一开口就结束', '客戶一開口就結束', 'ends when the caller speaks'),
  answer: word('坐席按“已答复”就结束', '客服人員按「已答覆」就結束', 'ends when the agent says “answered”'),
};

export const ON_END_WORDS: Readonly<Record<'next' | 'stop', Readonly<Record<PackLanguage, string>>>> = {
  next: word('提前结束后接下一步', '提前結束後接下一步', 'then go on to the next step'),
  stop: word('提前结束后停止整段话术', '提前結束後停止整段話術', 'then stop the whole script'),
};

export const CONDITION_WORDS: Readonly<Record<Condition['kind'], Readonly<Record<PackLanguage, string>>>> = {
  'time-of-day': word('在一天的某段时间', '在一天的某段時間', 'at a time of day'),
  festival: word('在节日', '在節日', 'on a festival'),
  'answered-late': word('接得晚了', '接得晚了', 'answered late'),
  'name-known': word('已知道姓名和称谓', '已知道姓名和稱謂', 'name and title are known'),
  direction: word('按通话方向', '依通話方向', 'by direction of the call'),
};

export const DIRECTION_WORDS: Readonly<
  Record<'inbound' | 'outbound', Readonly<Record<PackLanguage, string>>>
> = {
  inbound: word('呼入', '來電', 'inbound'),
  outbound: word('呼出', '去電', 'outbound'),
};
