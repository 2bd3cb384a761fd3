import { RING_CADENCES, ringLength } from '../../../contract/pack/ring-cadence.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import { ringAt } from '../../../rules/ring/ring-timer.ts';
import { ADHERENCE, SCORED_AT, TITLES } from './adherence-data.ts';
import {
  callStage,
  EMPTY_NOTE,
  NOW,
  panelView,
  QUIET_RULES,
  RINGING,
  TALKING,
  UNKNOWN_CALLER,
} from './parts.ts';
import { BRANCH, GREETING } from './runs.ts';

const QUIET = { caption: '', speaking: false, sound: true };
const startedAt = NOW - 6_000;
const ring = {
  ...{ moment: ringAt(startedAt, NOW, RING_CADENCES.CN, 3), limit: 3, ringMs: ringLength(RING_CADENCES.CN) },
};
const ringing = callStage(
  { ...RINGING, startedAt },
  {
    ...{ ring, note: EMPTY_NOTE, caller: UNKNOWN_CALLER },
    rules: { ...QUIET_RULES, phase: 'ringing', ahead: GREETING },
  },
);
/** Practice: before the first call, in a call, and after it. */
export const PRACTICE_STATES: Readonly<Record<string, PanelView>> = {
  practice: panelView({ stage: 'practice', last: null, scores: [], titles: {} }, { practice: QUIET }),
  'practice-ringing': panelView(ringing, { practice: QUIET }),
  'practice-call': panelView(
    callStage(TALKING, { rules: { ...QUIET_RULES, run: BRANCH }, note: EMPTY_NOTE }),
    {
      practice: {
        caption: '我要投诉！洗衣机修过两次了，还是漏水，地板都泡坏了！你们到底管不管，给个说法！',
        speaking: true,
        sound: true,
      },
    },
  ),
  'practice-score': panelView(
    {
      stage: 'practice',
      last: {
        ...{ caller: 'complaint', adherence: ADHERENCE, startedAt: SCORED_AT },
        end: { how: 'hung-up', by: 'remote-party' },
      },
      ...{ scores: [100, null, 57], titles: TITLES },
    },
    { practice: QUIET },
  ),
};
