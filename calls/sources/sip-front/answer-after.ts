import { type Params, parseParams, splitOutside } from '../sip/header-values.ts';
import { headerValues, type SipRequest } from '../sip/message.ts';

/** A later moment is no automatic answer: somebody is meant to take the call before. */
const LATEST_S = 60;
/** What phones of several makers take for it in Alert-Info, without spaces and dashes. */
const ALERTS: ReadonlySet<string> = new Set(['alertautoanswer', 'autoanswer', 'ringanswer', 'intercom']);

/** The agent must hear that a call comes before the line is open: one ring of the ringer. */
const TONE_MS = 1_000;

/**
 * After how many ms the caller's server asks the phone to answer by itself: `answer-after` of
 * Call-Info and Alert-Info, `info=alert-autoanswer` of Alert-Info, Answer-Mode (RFC 5373). Null if
 * it does not.
 */
export function requestedAnswerAfter(request: SipRequest): number | null {
  const parameters = ['call-info', 'alert-info'].flatMap((name) =>
    headerValues(request, name).map((value) => ({ name, params: paramsOf(value), value })),
  );
  for (const { params } of parameters) {
    const after = params.get('answer-after');
    if (after !== undefined) return secondsIn(after);
  }
  const isAlert = parameters.some(
    ({ name, params, value }) =>
      name === 'alert-info' && (isAutomatic(params.get('info')) || isAutomatic(value)),
  );
  const modes = ['answer-mode', 'priv-answer-mode'].flatMap((name) => headerValues(request, name));
  const isMode = modes.some((mode) => /^auto\s*(?:;|$)/i.test(mode));
  return isAlert || isMode ? 0 : null;
}

export interface AnswerAfterFacts {
  /** The organisation has calls answered that its server marks so. */
  readonly isAllowed: boolean;
  readonly trustsServer: boolean;
  readonly isReady: boolean;
}

/**
 * When such a call is answered, in ms after its first ring; null where the agent answers. Never
 * before the agent has heard a ring.
 */
export function answerAfter(request: SipRequest, facts: AnswerAfterFacts): number | null {
  if (!facts.isAllowed || !facts.trustsServer || !facts.isReady) return null;
  const asked = requestedAnswerAfter(request);
  return asked === null ? null : Math.max(asked, TONE_MS);
}

function paramsOf(value: string): Params {
  // Before the first `;` stands the URI, or nothing, or (against the grammar) a parameter.
  const parts = splitOutside(value, ';');
  return parseParams(/^<|:/.test(parts[0] ?? '') ? parts.slice(1) : parts);
}

function secondsIn(text: string): number | null {
  const seconds = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return seconds <= LATEST_S ? seconds * 1_000 : null;
}

function isAutomatic(text: string | undefined): boolean {
  return text !== undefined && ALERTS.has(text.toLowerCase().replace(/[\s"-]/g, ''));
}
