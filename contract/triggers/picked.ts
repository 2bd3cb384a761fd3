import * as v from 'valibot';
import { triggerKind } from './trigger-kind.ts';

/**
 * The agent picks it. Every situation can be picked; this kind is for one that comes up in no
 * other way.
 */
export const picked = triggerKind({
  schema: v.strictObject({
    kind: v.literal('picked'),
  }),
  label: 'trigger.picked.kind',
  blank: { kind: 'picked' },
  fields: {},
});
