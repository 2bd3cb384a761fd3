import type { SituationGroup } from '../../../contract/pack/situation.ts';
import type { PlainKey } from '../../../contract/words.ts';

/** Groups of situations by their words, in the order of the list. */
export const SITUATION_GROUPS: Readonly<Record<SituationGroup, PlainKey>> = {
  opening: 'lead.group.opening',
  line: 'lead.group.line',
  query: 'lead.group.query',
  complaint: 'lead.group.complaint',
  difficult: 'lead.group.difficult',
  courtesy: 'lead.group.courtesy',
  wait: 'lead.group.wait',
  closing: 'lead.group.closing',
  'call-back': 'lead.group.callBack',
};
