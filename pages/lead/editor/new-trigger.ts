import type { Trigger, TriggerKind } from '../../../contract/pack/trigger.ts';

/** Each kind of trigger as it begins in the editor: sound as it stands, but for what it must point to. */
export const NEW_TRIGGERS: { readonly [K in TriggerKind]: Extract<Trigger, { kind: K }> } = {
  picked: { kind: 'picked' },
  answered: { kind: 'answered', afterRings: 0, direction: 'inbound', brings: 'script' },
  phase: { kind: 'phase', phase: 'talking', brings: 'suggestion' },
  silence: { kind: 'silence', side: 'remote', phases: ['greeted'], brings: 'suggestion' },
  noise: { kind: 'noise', brings: 'suggestion' },
  quiet: { kind: 'quiet', brings: 'suggestion' },
  'on-hold': { kind: 'on-hold', of: 'either', brings: 'suggestion' },
  'back-from-hold': { kind: 'back-from-hold', of: 'either', minSeconds: 2, brings: 'script' },
  'wait-wanted': { kind: 'wait-wanted', of: 'either', brings: 'script' },
  'stays-on': { kind: 'stays-on', brings: 'suggestion' },
  'number-known': { kind: 'number-known', as: 'vip', brings: 'suggestion' },
  category: { kind: 'category', category: 'complaint', brings: 'suggestion' },
  'call-back-due': { kind: 'call-back-due', what: 'call-back', brings: 'script' },
  'registration-lost': { kind: 'registration-lost', brings: 'suggestion' },
  'after-situation': { kind: 'after-situation', situation: 'greeting', brings: 'suggestion' },
  'time-of-day': {
    kind: 'time-of-day',
    from: '12:00',
    to: '14:00',
    phase: 'greeting',
    brings: 'suggestion',
  },
  date: {
    kind: 'date',
    days: { by: 'year', from: '01-01', to: '01-03' },
    phase: 'greeting',
    brings: 'suggestion',
  },
};
