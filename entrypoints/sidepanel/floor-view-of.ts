import type { FloorView } from '../../components/floor/floor-view.ts';
import type { FloorState } from '../../contract/messages/floor-link-message.ts';

/** What concerns this call; null where this browser belongs to no team. */
export function floorViewOf(
  { linked, help, messages }: FloorState,
  call: string,
  summary: string,
  dismissed: ReadonlySet<string>,
): FloorView | null {
  if (!linked) return null;
  const said = messages.findLast((message) => message.call === call || message.call === null);
  const message = said === undefined || dismissed.has(said.id) ? null : said;
  return { help: helpOf(help, call), message, summary };
}

function helpOf(help: FloorState['help'], call: string): FloorView['help'] {
  if (help.standing === 'none' || help.request.call !== call) return { standing: 'none' };
  const { id } = help.request;
  if (help.standing === 'sending') return { standing: 'sending', id };
  const { acknowledged, overAt } = help.request;
  if (overAt !== null) return { standing: 'none' };
  return acknowledged === null ? { standing: 'asked', id } : { standing: 'coming', id, by: acknowledged.by };
}
