import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { dueEvents, settle } from '../../rules/call/due-events.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import { callRules, NO_RULES } from '../../rules/call/rules-state.ts';
import { viewRules } from '../../rules/call/view-rules.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { arbitraryJournal } from '../helpers/arbitrary-journal.ts';
import { arbitraryPack } from '../helpers/arbitrary-pack.ts';
import { foldJournal, hostJournal, viewJournal } from '../helpers/rules-replay.ts';
import { BEIJING } from '../helpers/script-story.ts';

const SHIPPED = loadPack();
const LATER = 7000;
const endOf = (journal: readonly JournalEntry[]) => journal.at(-1)?.event.at ?? 0;

function checkReplay(pack: Pack, journal: readonly JournalEntry[]): void {
  const now = endOf(journal) + LATER;
  const kept = hostJournal(journal, pack, BEIJING, now);
  const view = viewJournal(journal, pack, BEIJING, now);
  expect(viewJournal(kept, pack, BEIJING, now)).toEqual(view);
  expect(dueEvents(foldJournal(kept, pack, BEIJING), pack, BEIJING, now)).toEqual([]);
  if (view.nextChangeAt !== null) expect(view.nextChangeAt).toBeGreaterThan(now);
}

/** Every move away from a mandatory wait was asked for, or the wait had run out. */
function checkWaits(pack: Pack, journal: readonly JournalEntry[]): void {
  let state = NO_RULES;
  for (const entry of hostJournal(journal, pack, BEIJING, endOf(journal) + LATER)) {
    const before = settle(state, pack, BEIJING, entry.event.at);
    state = foldRules(state, entry, pack, BEIJING);
    const { event } = entry;
    if (event.type !== 'step-done' || (event.how !== 'done' && event.how !== 'waited')) continue;
    const run = callRules(before, event.call)?.run ?? null;
    const situation = pack.situations.find(({ id }) => id === run?.situation);
    const step = situation?.steps.find(({ id }) => id === run?.step);
    if (run === null || step === undefined || step.kind === 'branch' || step.wait?.mandatory !== true)
      continue;
    if (event.situation !== run.situation || event.step !== run.step || entry.source === 'host') continue;
    const after = callRules(state, event.call)?.run ?? null;
    if (event.how === 'done') expect(after?.step).toBe(run.step);
  }
}

describe('whatever happens on a call', () => {
  test('the view is the same from memory and from the journal, with or without what became due', () => {
    fc.assert(
      fc.property(arbitraryJournal(SHIPPED), (journal) => checkReplay(SHIPPED, journal)),
      { numRuns: 150 },
    );
  });

  test('no press but a skip leaves a mandatory wait before its time', () => {
    fc.assert(
      fc.property(arbitraryJournal(SHIPPED), (journal) => checkWaits(SHIPPED, journal)),
      { numRuns: 150 },
    );
  });

  test('folding does not change what was folded before', () => {
    fc.assert(
      fc.property(arbitraryJournal(SHIPPED, 25), (journal) => {
        const state = foldJournal(journal, SHIPPED, BEIJING);
        const view = () => viewRules(state, SHIPPED, BEIJING, endOf(journal));
        const first = view();
        foldJournal(journal, SHIPPED, BEIJING);
        settle(state, SHIPPED, BEIJING, endOf(journal) + 1_000_000);
        expect(view()).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

test('any pack of the right shape folds, replays the same and keeps its waits', () => {
  const packAndJournal = arbitraryPack.chain((pack) => fc.tuple(fc.constant(pack), arbitraryJournal(pack)));
  fc.assert(
    fc.property(packAndJournal, ([pack, journal]) => {
      checkReplay(pack, journal);
      checkWaits(pack, journal);
    }),
    { numRuns: 200 },
  );
});

test('times that make no sense do not throw', () => {
  const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, Number.MAX_SAFE_INTEGER);
  fc.assert(
    fc.property(arbitraryJournal(SHIPPED, 20), odd, fc.nat(), (journal, at, where) => {
      const broken = journal.map((entry, index) =>
        index === where % journal.length ? { ...entry, event: { ...entry.event, at } } : entry,
      );
      foldJournal(broken, SHIPPED, BEIJING);
    }),
    { numRuns: 50 },
  );
});
