import * as v from 'valibot';

/**
 * How far a call is, for triggers. `greeting`: answered, and the greeting is still being said.
 * `greeted`: it was said
 * and the caller has not spoken yet. `talking`: until the goodbye. `waiting`: held or muted by the
 * agent.
 * `after-goodbye`: the goodbye was said. `wrap-up`: the call is over.
 */
export const callPhaseSchema = v.picklist([
  'ringing',
  'dialling',
  'greeting',
  'greeted',
  'talking',
  'waiting',
  'after-goodbye',
  'wrap-up',
]);

export type CallPhase = v.InferOutput<typeof callPhaseSchema>;
