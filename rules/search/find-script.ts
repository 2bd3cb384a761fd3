import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { SituationGroup } from '../../contract/pack/situation.ts';
import { matchPinyin } from './match-pinyin.ts';
import { queryWords } from './query-words.ts';
import type { SearchEntry, SearchIndex, SearchWord } from './script-search-index.ts';

/** What makes a script likely before anything is typed. */
export interface Likelihood {
  readonly phase: CallPhase | null;
  /** Ids of the visible suggestions, best first. */
  readonly suggested: readonly string[];
  /** Ids of the agent's pinned scripts, for keys 1–9. */
  readonly pinned: readonly string[];
  /** How often this agent used each recently. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface FoundScript {
  readonly situation: string;
  readonly title: string;
  /** The sentence that contains the query, or the first one. */
  readonly excerpt: string;
  /** Its number key, 1–9; null if it is not pinned. */
  readonly pin: number | null;
}

/** Score by the place of the match. Likelihood (below 10) only orders equal matches. */
const FIT = { pin: 100, title: 90, pinyin: 70, id: 60, tag: 50, tagPinyin: 40, sentence: 20 } as const;
/** A match at the beginning scores higher. */
const AT_START = 9;

/**
 * Scripts that match the query, the likeliest first, up to `limit`; an empty query matches all.
 * Every word of the query must be found.
 */
export function findScripts(
  index: SearchIndex,
  query: string,
  likelihood: Likelihood,
  limit = 50,
): readonly FoundScript[] {
  const words = queryWords(query);
  return index
    .map((entry) => ({
      entry,
      fit: pinFit(entry, words, likelihood) || fitOf(entry, words),
      likely: likeliness(entry, likelihood),
    }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit + other.likely - (one.fit + one.likely))
    .slice(0, limit)
    .map(({ entry }) => ({
      situation: entry.situation,
      title: entry.title,
      excerpt: excerptOf(entry, words),
      pin: pinOf(entry.situation, likelihood.pinned),
    }));
}

/** A single digit is the key of a pinned script. */
function pinFit({ situation }: SearchEntry, words: readonly string[], { pinned }: Likelihood): number {
  return words.length === 1 && words[0] === String(pinOf(situation, pinned)) ? FIT.pin : 0;
}

function fitOf(entry: SearchEntry, words: readonly string[]): number {
  let least = FIT.title + AT_START;
  for (const word of words) {
    const fit = fitOfWord(entry, word);
    if (fit === 0) return 0;
    least = Math.min(least, fit);
  }
  return least;
}

function fitOfWord({ titleWord, situation, tags, sentences }: SearchEntry, word: string): number {
  const inTitle = placed(FIT.title, titleWord.text.indexOf(word));
  if (inTitle > 0) return inTitle;
  const byPinyin = pinyinFit(FIT.pinyin, titleWord, word);
  if (byPinyin > 0) return byPinyin;
  const inId = placed(FIT.id, situation.indexOf(word));
  if (inId > 0) return inId;
  for (const tag of tags) {
    const fit = placed(FIT.tag, tag.text.indexOf(word)) || pinyinFit(FIT.tagPinyin, tag, word);
    if (fit > 0) return fit;
  }
  return sentences.some(({ lower }) => lower.includes(word)) ? FIT.sentence : 0;
}

function pinyinFit(fit: number, { readings }: SearchWord, word: string): number {
  return placed(fit, matchPinyin(readings, word));
}

function placed(fit: number, position: number): number {
  if (position < 0) return 0;
  return position === 0 ? fit + AT_START : fit;
}

/** Groups that are likely in a phase. */
const GROUPS_OF_PHASE: Readonly<Record<CallPhase, readonly SituationGroup[]>> = {
  ringing: ['opening', 'difficult'],
  dialling: ['call-back'],
  greeting: ['opening', 'line'],
  greeted: ['line', 'opening'],
  talking: ['query', 'complaint', 'wait'],
  waiting: ['wait'],
  'after-goodbye': ['closing', 'courtesy'],
  'wrap-up': [],
};

/** 0 to below 10: suggested now, likely in the phase, pinned, used often. */
function likeliness({ situation, group }: SearchEntry, likelihood: Likelihood): number {
  const { phase, suggested, pinned, uses } = likelihood;
  const place = suggested.indexOf(situation);
  const used = uses.get(situation) ?? 0;
  return (
    (place < 0 ? 0 : 4 / (place + 1)) +
    (phase !== null && GROUPS_OF_PHASE[phase].includes(group) ? 2 : 0) +
    (pinned.includes(situation) ? 1.5 : 0) +
    (2 * used) / (used + 5)
  );
}

function excerptOf({ sentences }: SearchEntry, words: readonly string[]): string {
  const found = sentences.find(({ lower }) => words.some((word) => lower.includes(word)));
  return (found ?? sentences[0])?.text ?? '';
}

function pinOf(situation: string, pinned: readonly string[]): number | null {
  const position = pinned.indexOf(situation);
  return position < 0 || position > 8 ? null : position + 1;
}
