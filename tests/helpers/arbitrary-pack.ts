import fc from 'fast-check';
import * as v from 'valibot';
import { type Pack, packSchema } from '../../contract/pack/pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const SHIPPED = loadPack();
const IDS = ['a', 'b', 'c', 'd'];
const STEPS = ['s1', 's2', 's3', 's4', 's5'];
const PHASES = [
  'ringing',
  'dialling',
  'greeting',
  'greeted',
  'talking',
  'waiting',
  'after-goodbye',
  'wrap-up',
];

const text = fc.constantFrom('您好。', '[{surname}{title}，]请稍候。', '关于{matter}。').map((line) => ({
  'zh-CN': line,
  'zh-TW': line,
  en: line,
}));
const brings = fc.constantFrom('script', 'suggestion');
const seconds = fc.integer({ min: 1, max: 20 });
const phase = fc.constantFrom(...PHASES);
const of = fc.constantFrom('hold', 'mute', 'either');

const trigger = fc.oneof(
  fc.record({ kind: fc.constant('answered'), afterRings: fc.nat({ max: 4 }), brings }),
  fc.record({ kind: fc.constant('phase'), phase, brings }),
  fc.record({
    kind: fc.constant('silence'),
    side: fc.constantFrom('remote', 'agent'),
    phases: fc.tuple(phase, phase),
    seconds,
    brings,
  }),
  fc.record({ kind: fc.constantFrom('noise', 'quiet', 'stays-on'), seconds, brings }),
  fc.record({ kind: fc.constant('on-hold'), of, seconds, brings }),
  fc.record({ kind: fc.constant('back-from-hold'), of, minSeconds: fc.nat({ max: 5 }), brings }),
  fc.record({ kind: fc.constant('wait-wanted'), of, brings }),
  fc.record({
    kind: fc.constant('time-of-day'),
    from: fc.constant('00:00'),
    to: fc.constantFrom('12:00', '24:00'),
    phase,
    brings,
  }),
  fc.record({
    kind: fc.constant('date'),
    days: fc.constant({ by: 'year', from: '11-01', to: '02-01' }),
    phase,
    brings,
  }),
  fc.record({ kind: fc.constant('number-known'), as: fc.constant('harassment'), brings }),
  fc.record({ kind: fc.constant('registration-lost'), brings }),
  fc.record({ kind: fc.constant('after-situation'), situation: fc.constantFrom(...IDS), brings }),
  fc.record({ kind: fc.constant('call-back-due'), what: fc.constant('call-back'), brings }),
  fc.record({ kind: fc.constant('category'), category: fc.constantFrom('query', 'complaint'), brings }),
  fc.record({ kind: fc.constant('picked') }),
);

const target = fc.oneof(
  fc.record({ kind: fc.constant('step'), step: fc.constantFrom(...STEPS) }),
  fc.record({ kind: fc.constant('situation'), situation: fc.constantFrom(...IDS) }),
  fc.constant({ kind: 'end' }),
);

const wait = fc.record({
  seconds,
  endedBy: fc.subarray(['speech', 'answer']),
  onEnd: fc.constantFrom('next', 'stop'),
  mandatory: fc.boolean(),
});

const spoken = { mandatory: fc.boolean(), wait, next: target, text };
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('say'), ...spoken }, { requiredKeys: ['kind', 'text'] }),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        kind: fc.constant('do'),
        action: fc.constantFrom(
          'hang-up',
          'let-caller-hang-up',
          'hold-or-mute',
          'resume',
          'ask-name',
          'transfer',
          'listen',
        ),
        ...spoken,
      },
      { requiredKeys: ['kind', 'action', 'text'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('branch'),
      text,
      options: fc.tuple(target, target).map(([one, other]) => [
        { id: 'x', label: text, to: one },
        { id: 'y', label: text, to: other },
      ]),
    }),
  },
);

/**
 * Random packs of the right shape: circles, unreachable steps, every trigger. The rules must accept
 * whatever passes the schema.
 */
export const arbitraryPack: fc.Arbitrary<Pack> = fc
  .array(
    fc.record({
      group: fc.constantFrom('opening', 'line', 'query', 'wait', 'closing', 'courtesy'),
      triggers: fc.array(trigger, { minLength: 1, maxLength: 3 }),
      steps: fc.array(step, { minLength: 1, maxLength: STEPS.length }),
      hangUp: fc.constantFrom('caller-first', 'after-script'),
    }),
    { minLength: 1, maxLength: IDS.length },
  )
  .map((situations) => {
    const label = { 'zh-CN': '是', 'zh-TW': '是', en: 'Yes' };
    const input = {
      id: 'arbitrary',
      version: '1.0.0',
      languages: SHIPPED.languages,
      settings: SHIPPED.settings,
      situations: situations.map((situation, index) => ({
        ...situation,
        id: IDS[index],
        title: label,
        handbook: '§2',
        prohibitions: [],
        steps: situation.steps.map((one, n) => ({
          ...one,
          id: STEPS[n],
          ...('options' in one ? { options: one.options.map((option) => ({ ...option, label })) } : {}),
        })),
      })),
    };
    return v.parse(packSchema, input);
  });
