import { type AbandonedEnd, type Dialog, nextCseq } from '../../dialog.ts';
import type { SipRequest } from '../sip/message.ts';
import type { OwnRequests } from './own-requests.ts';

/** A phone system answers a BYE within a second; the next registration tries again. */
const ANSWER_WITHIN_MS = 5000;

/** Sends BYE in a dialog of an earlier phone host (RFC 3261 §15.1.1). */
export async function endAbandoned(own: Pick<OwnRequests, 'send'>, dialog: Dialog): Promise<AbandonedEnd> {
  const answer = await own.send(byeIn(dialog), ANSWER_WITHIN_MS);
  return answer.ok ? 'ended' : 'no-answer';
}

/** As any request inside the dialog (RFC 3261 §12.2.1.1), without its Via. */
export function byeIn(dialog: Dialog): SipRequest {
  const [first] = dialog.routeSet;
  const isStrict = first !== undefined && !/;\s*lr\b/i.test(first);
  // A proxy without `lr` expects its own address in the request line (RFC 3261 §16.12.1).
  const uri = isStrict ? addressIn(first) : dialog.remoteTarget;
  const routes = isStrict ? [...dialog.routeSet.slice(1), `<${dialog.remoteTarget}>`] : dialog.routeSet;
  return {
    kind: 'request',
    method: 'BYE',
    uri,
    headers: [
      ...routes.map((value) => ({ name: 'route', value })),
      { name: 'max-forwards', value: '70' },
      { name: 'from', value: `<${dialog.localUri}>;tag=${dialog.localTag}` },
      { name: 'to', value: `<${dialog.remoteUri}>;tag=${dialog.remoteTag}` },
      { name: 'call-id', value: dialog.callId },
      { name: 'cseq', value: `${nextCseq(dialog)} BYE` },
      { name: 'reason', value: 'SIP ;cause=410 ;text="Phone restarted"' },
    ],
    body: '',
  };
}

function addressIn(route: string): string {
  return /<([^>]*)>/.exec(route)?.[1] ?? route;
}
