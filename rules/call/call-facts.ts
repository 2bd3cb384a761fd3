import type { Call } from '../../calls/call.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { LineEvidence, LineFinding } from '../../calls/line-verdict.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { WorkOrderDue } from '../../contract/pack/follow-up.ts';
import type { WaitEnder } from '../../contract/pack/step.ts';

/** What the line analyser reports now. Null: not the case, or no analyser runs. */
export interface LineFacts {
  readonly remoteSilentSince: Instant | null;
  readonly agentSilentSince: Instant | null;
  readonly noiseSince: Instant | null;
  readonly quietSince: Instant | null;
  /** Since when the caller speaks without a pause. */
  readonly remoteSpeakingSince: Instant | null;
  /** Since when the agent speaks without a pause. */
  readonly agentSpeakingSince: Instant | null;
  /** The last verdict; null if the line is clear. */
  readonly judged: LineStatus | null;
}

/** What is wrong with the line, and since when. */
export interface LineStatus {
  readonly finding: Exclude<LineFinding, 'clear'>;
  readonly evidence: LineEvidence;
  readonly since: Instant;
}

export interface PhaseSpan {
  readonly phase: CallPhase;
  readonly since: Instant;
}

/** A wait of the caller that has ended. */
export interface Return {
  readonly at: Instant;
  readonly of: WaitKind;
  readonly waitedMs: number;
  /** The script on screen covers the return itself: no other script comes up for it. */
  readonly inScript: boolean;
}

/** How often and when a situation was met in this call. */
export interface Met {
  readonly pickedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** The follow-up of a situation was promised to the caller. */
export interface Commitment {
  /** When it was said; until then, when the sentence came up. */
  readonly at: Instant;
  readonly said: boolean;
  /** Deadline that was named, if not the follow-up's. */
  readonly due: WorkOrderDue | null;
}

/**
 * What triggers, texts and the hang-up guard need to know about one call. Only events change it.
 */
export interface CallFacts {
  readonly call: Call;
  /** Newest last; bounded by what triggers look back on. */
  readonly phases: readonly PhaseSpan[];
  readonly line: LineFacts;
  /** The greeting was said. */
  readonly greetedAt: Instant | null;
  /** The caller spoke, or the agent acts on what the caller said. */
  readonly talkingSince: Instant | null;
  /** The caller's first sentence: the name is not asked before its end. */
  readonly firstSentence: 'none' | 'under-way' | 'ended';
  /** When the goodbye was said, in whichever script. */
  readonly goodbyeAt: Instant | null;
  readonly name: { readonly surname: string; readonly title: CallerTitle | null } | null;
  /** Nobody said the name in this call. */
  readonly nameFromRecords: boolean;
  /** Category of the contact that the agent chose last. */
  readonly category: { readonly category: ContactCategory; readonly at: Instant } | null;
  /** The agent asked for the caller's name, or dismissed the suggestion to ask. */
  readonly nameAsked: boolean;
  /** Hold or mute was pressed, and the caller is being asked. */
  readonly waitWanted: { readonly of: WaitKind; readonly at: Instant } | null;
  readonly back: Return | null;
  /** The last silence of the caller that was agreed on; `until` is null while it goes on. */
  readonly agreedWait: { readonly until: Instant | null } | null;
  /** The step on screen has the agent write down what the caller says. */
  readonly agentWrites: boolean;
  readonly recognisedAt: Instant | null;
  readonly knownAs: readonly NumberStatus[];
  readonly promises: readonly PromisedCall[];
  readonly met: ReadonlyMap<string, Met>;
  /** When a step was last left, by `situation/step`. */
  readonly stepsDone: ReadonlyMap<string, Instant>;
  /** Situations whose follow-up was promised. */
  readonly commitments: ReadonlyMap<string, Commitment>;
  readonly dismissed: ReadonlyMap<string, Instant>;
  /** Time of the last occurrence for which a situation was brought up, or could have been. */
  readonly brought: ReadonlyMap<string, Instant>;
  /**
   * A script that allows the agent to hang up was followed to its end: what would withdraw that.
   * Null: the caller hangs up first.
   */
  readonly mayHangUp: readonly WaitEnder[] | null;
}

/** Nothing is known of the line. */
export const SILENT_LINE: LineFacts = {
  remoteSilentSince: null,
  agentSilentSince: null,
  noiseSince: null,
  quietSince: null,
  remoteSpeakingSince: null,
  agentSpeakingSince: null,
  judged: null,
};

/** Nothing is known of the number. */
export const NOTHING_KNOWN = {
  recognisedAt: null,
  knownAs: [],
  promises: [],
} as const satisfies Partial<CallFacts>;

export function newFacts(call: Call): CallFacts {
  return {
    call,
    phases: [],
    line: SILENT_LINE,
    greetedAt: null,
    talkingSince: null,
    firstSentence: 'none',
    goodbyeAt: null,
    name: null,
    nameFromRecords: false,
    category: null,
    nameAsked: false,
    waitWanted: null,
    back: null,
    agreedWait: null,
    agentWrites: false,
    ...NOTHING_KNOWN,
    met: new Map(),
    stepsDone: new Map(),
    commitments: new Map(),
    dismissed: new Map(),
    brought: new Map(),
    mayHangUp: null,
  };
}

/** A copy with one more entry; the maps of facts are never changed in place. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}
