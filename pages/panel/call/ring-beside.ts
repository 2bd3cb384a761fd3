import type { RingingCall } from '../../../calls/call.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import { callerView, ringView } from './call-stage.ts';
import type { RingBesideView } from './call-view.ts';

export function ringBeside(
  { journal, page }: Pick<PanelSources, 'journal' | 'page'>,
  call: RingingCall,
  now: number,
): RingBesideView {
  const marks = journal.marksOf(call.id);
  return {
    call,
    caller: callerView(call, marks, null),
    ring: ringView(call, page.settings.cadence, page.pack.settings.ringLimit, now),
    harasser: marks.knownAs.includes('harassment'),
  };
}
