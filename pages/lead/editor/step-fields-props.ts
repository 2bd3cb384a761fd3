import type { Pack } from '../../../contract/pack/pack.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import type { Step } from '../../../contract/pack/step.ts';
import type { Place } from '../fields/place.ts';

export interface StepFieldsProps<S extends Step> {
  readonly place: Place;
  readonly step: S;
  readonly pack: Pack;
  readonly situation: Situation;
  readonly onChange: (step: S) => void;
}
