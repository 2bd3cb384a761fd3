import type { CallId } from '../../../calls/call-event.ts';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import type { UnfinishedView } from './unfinished-wrap-ups.tsx';

/** The wrap-ups that wait behind the call on screen, in the order in which they come back. */
export function unfinishedViews(
  { contact, journal }: Pick<PanelSources, 'contact' | 'journal'>,
  onScreen: CallId,
): readonly UnfinishedView[] {
  return contact.unfinished
    .filter(({ id }) => id !== onScreen)
    .map(({ id, endedAt, remoteParty: { number } }) => {
      const { surname, title } = journal.marksOf(id);
      return {
        call: id,
        endedAt,
        caller: addressOf(surname, title) ?? shownNumber({ number, masked: true }),
      };
    })
    .reverse();
}
