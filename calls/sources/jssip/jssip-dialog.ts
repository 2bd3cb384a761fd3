import type { RTCSession } from 'jssip/lib/RTCSession';
import * as v from 'valibot';
import { type Dialog, dialogSchema } from '../../dialog.ts';

const uriSchema = v.pipe(
  v.custom<object>((uri) => typeof uri === 'object' && uri !== null),
  v.transform(String),
);

/** Members that the types of JsSIP leave out. */
const dialogOfSession = v.object({
  _dialog: v.object({
    id: v.object({ call_id: v.string(), local_tag: v.string(), remote_tag: v.string() }),
    _local_uri: uriSchema,
    _remote_uri: uriSchema,
    _remote_target: uriSchema,
    _route_set: v.array(v.string()),
    // The called side has none before its first request.
    _local_seqnum: v.optional(v.number(), 0),
  }),
});

/** Reports the dialog of a call once it is confirmed and when it changes; null at the end. */
export function reportDialog(session: RTCSession, report: (dialog: Dialog | null) => void): void {
  const show = (remoteTarget?: string) => {
    const dialog = dialogOf(session);
    if (dialog !== null) report({ ...dialog, ...(remoteTarget === undefined ? {} : { remoteTarget }) });
  };
  session.on('accepted', () => show());
  session.on('confirmed', () => show());
  // An offer of the other side may name a new address (RFC 3261 §12.2.2).
  session.on('reinvite', ({ request }) => show(contactOf(request)));
  session.on('update', ({ request }) => show(contactOf(request)));
  // So may the answer to one of this side (refresh-target.ts).
  session.on('sdp', ({ originator }) => {
    if (session.isEstablished() && String(originator) === 'remote') show();
  });
  session.on('ended', () => report(null));
  session.on('failed', () => report(null));
}

/** Null before there is a dialog, and if it could not be used again. */
function dialogOf(session: RTCSession): Dialog | null {
  const found = v.safeParse(dialogOfSession, session);
  if (!found.success) return null;
  const { id, _local_uri, _remote_uri, _remote_target, _route_set, _local_seqnum } = found.output._dialog;
  const dialog = v.safeParse(dialogSchema, {
    ...{ callId: id.call_id, localTag: id.local_tag, remoteTag: id.remote_tag },
    ...{ localUri: _local_uri, remoteUri: _remote_uri, remoteTarget: _remote_target },
    ...{ routeSet: _route_set, cseq: _local_seqnum },
  });
  return dialog.success ? dialog.output : null;
}

function contactOf(request: {
  hasHeader(name: string): boolean;
  parseHeader(name: string): unknown;
}): string | undefined {
  if (!request.hasHeader('contact')) return undefined;
  const contact = v.safeParse(v.object({ uri: uriSchema }), request.parseHeader('contact'));
  return contact.success ? contact.output.uri : undefined;
}

/** The dialog with the addresses that the server knows: aliases of the front die with it. */
export function onTheWire(dialog: Dialog, realAddress: (uri: string) => string): Dialog {
  return {
    ...dialog,
    localUri: realAddress(dialog.localUri),
    remoteUri: realAddress(dialog.remoteUri),
    remoteTarget: realAddress(dialog.remoteTarget),
    routeSet: dialog.routeSet.map(realAddress),
  };
}
