import type { NewHelpRequest } from '../../../contract/api/presence/help-request.ts';
import type { HelpRefusal, HelpState } from '../../../contract/messages/presence-message.ts';

export type HelpReason = NewHelpRequest['why'];

/** The help request and the messages of one call. */
export interface HelpView {
  readonly help:
    | { readonly status: 'none' }
    /** Not at the server yet; sending is retried. */
    | { readonly status: 'sending'; readonly id: string }
    | { readonly status: 'asked'; readonly id: string }
    | { readonly status: 'refused'; readonly id: string; readonly why: HelpRefusal }
    /** `by`: agent number of the person who is coming. */
    | { readonly status: 'coming'; readonly id: string; readonly by: string };
  /** The newest message that was not dismissed. */
  readonly message: { readonly id: string; readonly by: string; readonly text: string } | null;
  /** One line that explains the call to the supervisor, before the agent changes it. */
  readonly summary: string;
}

export type HelpAction =
  | { readonly do: 'ask-for-help' }
  | { readonly do: 'send-help'; readonly why: HelpReason; readonly summary: string }
  | { readonly do: 'help-over'; readonly id: string }
  | { readonly do: 'dismiss-help-message'; readonly id: string };

/** Null where this browser belongs to no team. */
export function helpView(
  { linked, help, messages }: HelpState,
  call: string,
  summary: string,
  dismissed: ReadonlySet<string>,
): HelpView | null {
  if (!linked) return null;
  const newest = messages.findLast((message) => message.call === call || message.call === null);
  const message = newest === undefined || dismissed.has(newest.id) ? null : newest;
  return { help: requestOf(help, call), message, summary };
}

function requestOf(help: HelpState['help'], call: string): HelpView['help'] {
  if (help.status === 'none' || help.request.call !== call) return { status: 'none' };
  const { id } = help.request;
  if (help.status === 'sending') return { status: 'sending', id };
  if (help.status === 'refused') return { status: 'refused', id, why: help.why };
  const { acknowledged, overAt } = help.request;
  if (overAt !== null) return { status: 'none' };
  return acknowledged === null ? { status: 'asked', id } : { status: 'coming', id, by: acknowledged.by };
}
