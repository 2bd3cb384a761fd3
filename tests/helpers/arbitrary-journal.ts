import fc from 'fast-check';
import type { JournalEntry, JournalEvent } from '../../calls/journal-entry.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import { NO_RULES } from '../../rules/call/rules-state.ts';
import { viewRules } from '../../rules/call/view-rules.ts';
import { type ScriptMove, scriptMove } from '../../rules/scripts/script-moves.ts';
import { arbitraryEvent, ring } from './arbitrary-event.ts';
import { STORY_START } from './call-story.ts';
import { BEIJING } from './script-story.ts';

type Play =
  | { readonly play: 'event'; readonly event: JournalEvent }
  | { readonly play: 'press'; readonly move: ScriptMove['move'] | 'done'; readonly option: number }
  | { readonly play: 'accept-offer'; readonly which: number };

/**
 * Random journals in the order of time: events of unknown calls, steps of other scripts, answers
 * before rings. Most presses fit the screen, so that scripts advance.
 */
export function arbitraryJournal(pack: Pack, maxLength = 60): fc.Arbitrary<readonly JournalEntry[]> {
  const play = fc.oneof(
    { weight: 2, arbitrary: arbitraryEvent(pack).map((event): Play => ({ play: 'event', event })) },
    { weight: 5, arbitrary: arbitraryPress },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((which): Play => ({ play: 'accept-offer', which })) },
  );
  return fc
    .array(fc.record({ after: fc.nat({ max: 8000 }), play }), { maxLength, size: 'max' })
    .map((plays) => perform(pack, plays));
}

const arbitraryPress: fc.Arbitrary<Play> = fc
  .tuple(
    fc.constantFrom<ScriptMove['move'] | 'done'>(
      'done',
      'done',
      'done',
      'choose',
      'choose',
      'skip',
      'back',
      'caller-answered',
      'restart',
      'close',
    ),
    fc.nat({ max: 5 }),
  )
  .map(([move, option]) => ({ play: 'press', move, option }));

/**
 * Applies each press to the screen at its time. `done` is also pressed where there is no button.
 */
function perform(
  pack: Pack,
  plays: readonly { readonly after: number; readonly play: Play }[],
): readonly JournalEntry[] {
  const journal: JournalEntry[] = [];
  let at = STORY_START;
  let state = NO_RULES;
  const append = (event: JournalEvent) => {
    const entry: JournalEntry = { seq: journal.length + 1, source: 'replay', event };
    journal.push(entry);
    state = foldRules(state, entry, pack, BEIJING);
  };
  append(ring('call-1', at));
  at += 4000;
  append({ type: 'answered', call: 'call-1', at });
  append({ type: 'silence-began', side: 'remote', confidence: 1, call: 'call-1', at });
  for (const { after, play } of plays) {
    at += after;
    if (play.play === 'event') append({ ...play.event, at });
    else {
      const event = pressed(play, viewRules(state, pack, BEIJING, at), at);
      if (event !== null) append(event);
    }
  }
  return journal;
}

function pressed(
  play: Exclude<Play, { play: 'event' }>,
  { run, suggestions, call }: ReturnType<typeof viewRules>,
  at: number,
): JournalEvent | null {
  if (play.play === 'accept-offer') {
    const offer = suggestions[play.which];
    if (offer === undefined || call === null) return null;
    return { type: 'situation-picked', call, at, situation: offer.situation, by: 'suggestion' };
  }
  if (run === null) return null;
  const { move, option } = play;
  if (move === 'done') {
    const { call: id, situation, step } = run;
    return { type: 'step-done', call: id, at, situation: situation.id, step: step.id, how: 'done' };
  }
  if (move === 'choose') {
    return scriptMove(run, { move, option: run.options[option % run.options.length]?.id ?? '' }, at);
  }
  return scriptMove(run, { move }, at);
}
