import type { HelpState } from '../../../contract/messages/presence-message.ts';
import type { HelpView } from './help-view.ts';

/** What concerns this call; null where this browser belongs to no team. */
export function helpViewOf(
  { linked, help, messages }: HelpState,
  call: string,
  summary: string,
  dismissed: ReadonlySet<string>,
): HelpView | null {
  if (!linked) return null;
  const said = messages.findLast((message) => message.call === call || message.call === null);
  const message = said === undefined || dismissed.has(said.id) ? null : said;
  return { help: helpOf(help, call), message, summary };
}

function helpOf(help: HelpState['help'], call: string): HelpView['help'] {
  if (help.status === 'none' || help.request.call !== call) return { status: 'none' };
  const { id } = help.request;
  if (help.status === 'sending') return { status: 'sending', id };
  const { acknowledged, overAt } = help.request;
  if (overAt !== null) return { status: 'none' };
  return acknowledged === null ? { status: 'asked', id } : { status: 'coming', id, by: acknowledged.by };
}
