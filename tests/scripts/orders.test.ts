import { describe, expect, test } from 'vitest';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { EXPECTED_ORDERS } from './expected-orders.ts';

const pack = loadPack();

/** `say! (5) hang-up`: kinds and actions, `!` mandatory, a mandatory wait in s, `?3` options. */
function shapeOf(id: string): string {
  const steps = pack.situations.find((situation) => situation.id === id)?.steps ?? [];
  return steps
    .map((step) => {
      if (step.kind === 'branch') return `?${step.options.length}`;
      const wait =
        step.wait === undefined
          ? ''
          : step.wait.mandatory
            ? ` (${step.wait.seconds})`
            : ` ${step.wait.seconds}`;
      return `${step.kind === 'say' ? 'say' : step.action}${step.mandatory ? '!' : ''}${wait}`;
    })
    .join(' ');
}

function saidIn(id: string, language: 'zh-CN' | 'zh-TW'): string {
  const steps = pack.situations.find((situation) => situation.id === id)?.steps ?? [];
  return steps.flatMap((step) => (step.kind === 'say' ? [textIn(step.text, language)] : [])).join('\n');
}

test('an order is written down for every situation', () => {
  expect(Object.keys(EXPECTED_ORDERS).sort()).toEqual(pack.situations.map(({ id }) => id).sort());
});

describe.each(Object.entries(EXPECTED_ORDERS))('%s', (id, { shape, cn, tw }) => {
  test('step by step', () => {
    expect(shapeOf(id)).toBe(shape);
  });

  test.each([
    ['zh-CN', cn],
    ['zh-TW', tw],
  ] as const)('says what is due, in order (%s)', (language, words) => {
    const said = saidIn(id, language);
    let from = 0;
    for (const word of words.split(' ')) {
      const found = said.indexOf(word, from);
      expect(
        found,
        `${word} after ${JSON.stringify(said.slice(0, from))} in ${JSON.stringify(said)}`,
      ).toBeGreaterThanOrEqual(0);
      from = found + word.length;
    }
  });
});

describe('what happens when the caller speaks in the middle', () => {
  test.each([
    ['silent-caller', 'speech'],
    ['caller-stays-on', 'speech'],
    ['quiet-caller', 'better-line'],
    ['noisy-line', 'better-line'],
  ])('%s: %s stops it', (id, ender) => {
    const steps = pack.situations.find((situation) => situation.id === id)?.steps ?? [];
    const waits = steps.flatMap((step) =>
      step.kind !== 'branch' && step.wait !== undefined ? [step.wait] : [],
    );
    expect(waits.length).toBeGreaterThan(0);
    for (const wait of waits)
      expect(wait).toMatchObject({ endedBy: [ender], onEnd: 'stop', mandatory: true });
  });
});

describe('who it goes to', () => {
  test.each([
    ['abuse', 'call-supervisor', 'floor-supervisor'],
    ['staff-error', 'call-supervisor', 'floor-supervisor'],
    ['harassment', 'to-supervisor', 'floor-supervisor'],
    ['harassment', 'to-queue', 'harassment-queue'],
    ['cannot-answer-query', 'open-order', 'hotline-supervisor'],
  ])('%s, %s: %s', (id, stepId, entry) => {
    const steps = pack.situations.find((situation) => situation.id === id)?.steps ?? [];
    const step = steps.find((candidate) => candidate.id === stepId);
    expect(step?.kind === 'do' ? step.transferTo : null).toBe(entry);
    expect(pack.directory.some((known) => known.id === entry)).toBe(true);
  });

  test('a complaint that cannot be answered is promised, and clocked, in 2 h or in 24 h', () => {
    const found = pack.situations.find(({ id }) => id === 'cannot-answer-complaint');
    const orders = found?.steps.flatMap((step) =>
      step.kind === 'do' && step.due ? [`${step.id} ${step.due}`] : [],
    );
    expect(orders).toEqual(['open-simple simple', 'open-complex complex']);
  });

  test.each([
    ['take-message', 'message', 'agreed'],
    ['cannot-answer-query', 'query', 'supervisor'],
    ['cannot-answer-complaint', 'quality', 'complex'],
    ['attitude-complaint', 'service', 'complex'],
    ['staff-error', 'service', 'supervisor'],
  ])('%s opens a work order: %s, %s', (id, kind, due) => {
    const found = pack.situations.find((situation) => situation.id === id);
    expect(found?.followUp?.workOrder).toMatchObject({ kind, due });
  });

  test('a call-back follows a breakdown and a referral; a harasser is registered', () => {
    const following = (is: (followUp: Situation['followUp']) => boolean) =>
      pack.situations.filter(({ followUp }) => is(followUp)).map(({ id }) => id);
    expect(following((followUp) => followUp?.callBack === 'agreed')).toEqual([
      'call-back',
      'dialect-unclear',
      'out-of-scope',
      'system-down',
    ]);
    expect(following((followUp) => followUp?.warning === true)).toEqual(['harassment']);
  });
});
