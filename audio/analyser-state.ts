import type { CallId, Instant } from '../calls/call-event.ts';
import type { LineFinding } from '../calls/line-verdict.ts';
import type { CallStatus } from './analyser-input.ts';
import type { Condition } from './conditions.ts';
import { type Lasting, NOT_SO } from './lasting.ts';
import { type Levels, NO_LEVELS } from './levels.ts';
import { type LinePackets, packetsFrom } from './line-stats.ts';
import type { TalkTurn } from './talk-turn.ts';

/**
 * What the analyser remembers of one call: levels of some seconds, and since when each state holds.
 */
export interface AnalyserState {
  readonly call: CallId;
  /** Null until the first frame of the remote track. */
  readonly remote: TalkTurn | null;
  /** Null until the first frame of the agent's track. */
  readonly agent: TalkTurn | null;
  readonly levels: Levels;
  readonly packets: LinePackets;
  readonly callStatus: CallStatus;
  readonly conditions: Readonly<Record<Condition, Lasting>>;
  readonly mediaStopped: boolean;
  readonly finding: LineFinding;
  /** Time of the newest verdict. Frames come later than the phone's reports; it never goes back. */
  readonly judgedUpTo: Instant;
}

/** The state at the moment when a call is answered. */
export function analyserStateFrom(call: CallId, at: Instant): AnalyserState {
  return {
    call,
    remote: null,
    agent: null,
    levels: NO_LEVELS,
    packets: packetsFrom(at),
    callStatus: { muted: false, held: false },
    conditions: {
      noise: NOT_SO,
      'quiet-voice': NOT_SO,
      clipping: NOT_SO,
      'talking-muted': NOT_SO,
      'dead-air': NOT_SO,
      'both-talking': NOT_SO,
      'packet-loss': NOT_SO,
    },
    mediaStopped: false,
    finding: 'clear',
    judgedUpTo: at,
  };
}
