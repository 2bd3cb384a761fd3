import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallEnd } from '../../calls/call-end.ts';
import type { CallId, Instant, PhoneEvent } from '../../calls/call-event.ts';
import type { PickedBy } from '../../calls/events/situation-picked.ts';
import type { JournalEntry, JournalEvent, JournalSource } from '../../calls/journal-entry.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import type { LineEvidence, LineFinding } from '../../calls/line-verdict.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { Side } from '../../calls/vocabulary/side.ts';
import { type CadenceCountry, RING_CADENCES, ringLength } from '../../contract/pack/ring-cadence.ts';

/** 2026-11-23 09:30 in Beijing, a Monday: the default beginning of a story. */
export const STORY_START: Instant = Date.UTC(2026, 10, 23, 1, 30);

const NO_EVIDENCE: LineEvidence = {
  ...{ speechDbfs: null, noiseDbfs: null, spreadDb: null, silentMs: 0, noPacketsMs: 0 },
  ...{ lossShare: 0, jitterMs: null, concealedShare: null },
};

interface StoryOptions {
  readonly cadence?: CadenceCountry;
  readonly startsAt?: Instant;
}

type WithoutPlace<E> = E extends unknown ? Omit<E, 'call' | 'at'> : never;
type EventOnCall = WithoutPlace<Exclude<JournalEvent, PhoneEvent>>;

/** Builds the journal of a call step by step. Only the story moves the time. */
export function callStory(options: StoryOptions = {}): CallStory {
  return new CallStory(options);
}

export class CallStory {
  readonly #entries: JournalEntry[] = [];
  readonly #ringMs: number;
  #now: Instant;
  #call: CallId = 'call-1';

  constructor({ cadence = 'CN', startsAt = STORY_START }: StoryOptions) {
    this.#now = startsAt;
    this.#ringMs = ringLength(RING_CADENCES[cadence]);
  }

  /** The journal so far. */
  journal(): readonly JournalEntry[] {
    return [...this.#entries];
  }
  /** The story's current time: `now` for a fold. */
  get now(): Instant {
    return this.#now;
  }
  /** The call that the next steps are about. */
  get call(): CallId {
    return this.#call;
  }

  /** Switches to another call (call waiting). */
  onCall = (id: CallId) => {
    this.#call = id;
    return this;
  };
  waits = (seconds: number) => this.waitsMs(seconds * 1000);
  waitsMs = (ms: number) => {
    this.#now += ms;
    return this;
  };
  /** Waits `n` full ring cycles: after `rings(3)` the third ring has just ended. */
  rings = (n: number) => this.waitsMs(n * this.#ringMs);
  /** Waits from the start of the ring to the middle of ring `n`. */
  untilRing = (n: number) => this.waitsMs((n - 0.5) * this.#ringMs);

  callerRings = (
    number: string,
    more: { displayName?: string; queuedMs?: number; calledNumbers?: string[] } = {},
  ) =>
    this.#phone({
      type: 'ringing',
      remoteParty: { number, displayName: more.displayName ?? null },
      queuedMs: more.queuedMs ?? null,
      ...(more.calledNumbers !== undefined && { calledNumbers: more.calledNumbers }),
    });
  agentAnswers = (by: 'agent' | 'auto' = 'agent') =>
    this.#phone({ type: 'answering', by }).#phone({ type: 'answered' });
  agentDials = (number: string) =>
    this.#phone({ type: 'dialling', remoteParty: { number, displayName: null } });
  remoteRings = ({ earlyMedia = false } = {}) => this.#phone({ type: 'remote-ringing', earlyMedia });
  remoteAnswers = () => this.#phone({ type: 'answered' });

  agentHolds = () => this.#phone({ type: 'held', holdOriginator: 'local' });
  agentResumes = () => this.#phone({ type: 'resumed', holdOriginator: 'local' });
  callerHolds = () => this.#phone({ type: 'held', holdOriginator: 'remote' });
  callerResumes = () => this.#phone({ type: 'resumed', holdOriginator: 'remote' });
  agentMutes = () => this.#phone({ type: 'muted' });
  agentUnmutes = () => this.#phone({ type: 'unmuted' });
  agentTransfersTo = (target: string, kind: 'blind' | 'attended' = 'blind') =>
    this.#phone({ type: 'transfer-started', target, kind });
  transferFails = (sipStatus: number | null = null) => this.#phone({ type: 'transfer-failed', sipStatus });

  ends = (end: CallEnd) => this.#phone({ type: 'ended', end });
  callerHangsUp = () => this.ends({ how: 'hung-up', by: 'remote-party' });
  agentHangsUp = () => this.ends({ how: 'hung-up', by: 'agent' });
  callerGivesUp = () => this.ends({ how: 'given-up' });
  answeredElsewhere = () => this.ends({ how: 'answered-elsewhere' });
  agentRejects = (sipStatus: 480 | 486 | 603 = 486) => this.ends({ how: 'rejected', sipStatus });
  lineLost = () => this.ends({ how: 'broken', cause: 'connection-lost', sipStatus: null });

  registers = () => this.#append('sip', { type: 'registered', at: this.#now });
  losesRegistration = (cause: (PhoneEvent & { type: 'registration-lost' })['cause']) =>
    this.#append('sip', { type: 'registration-lost', at: this.#now, cause });

  /** `side` falls silent; waits `seconds`. */
  lineFallsSilent = (seconds = 0, side: Side = 'remote') =>
    this.hears({ type: 'silence-began', side, confidence: 1 }).waits(seconds);
  speaks = (seconds = 0, side: Side = 'remote') =>
    this.hears({ type: 'speech-began', side, confidence: 1 }).waits(seconds);
  noiseBegins = (seconds = 0) => this.hears({ type: 'noise-began', confidence: 1 }).waits(seconds);
  noiseEnds = () => this.hears({ type: 'noise-ended', confidence: 1 });
  voiceTurnsQuiet = (seconds = 0) => this.hears({ type: 'quiet-voice-began', confidence: 1 }).waits(seconds);
  voiceTurnsClear = () => this.hears({ type: 'quiet-voice-ended', confidence: 1 });

  /** The line analyser's verdict changes. */
  lineIsJudged = (finding: LineFinding, evidence: Partial<LineEvidence> = {}) =>
    this.hears({
      type: 'line-judged',
      confidence: 1,
      verdict: { finding, confidence: 1, evidence: { ...NO_EVIDENCE, ...evidence } },
    });
  listeningStops = () => this.hears({ type: 'listening-stopped', confidence: 1 });

  picks = (situation: string, by: PickedBy = 'agent') =>
    this.agentDid({ type: 'situation-picked', situation, by });
  names = (surname: string, title: CallerTitle | null = null) =>
    this.agentDid({ type: 'caller-named', surname, title });

  choosesFamily = (family: ContactCategory | null) =>
    this.agentDid({ type: 'category-chosen', category: family });

  agentDid = (event: WithoutPlace<AgentEvent>) => this.#place('agent', event);
  hears = (event: WithoutPlace<LineEvent>) => this.#place('line', event);
  #phone = (event: EventOnCall) => this.#place('sip', event);

  /** Reports any event of this call now. */
  record = (source: JournalSource, event: EventOnCall) => this.#place(source, event);

  #place(source: JournalSource, event: EventOnCall): this {
    return this.#append(source, { ...event, call: this.#call, at: this.#now });
  }
  #append(source: JournalSource, event: JournalEvent): this {
    this.#entries.push({ seq: this.#entries.length + 1, source, event });
    return this;
  }
}
