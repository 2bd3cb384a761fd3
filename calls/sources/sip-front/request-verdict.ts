import { header, headerValues, type SipHeader, type SipRequest } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import type { Dialogs } from './dialogs.ts';
import { headerFault } from './header-fault.ts';
import { replacesVerdict } from './replaced-call.ts';
import { isIntervalTooSmall, LEAST_INTERVAL_S } from './session-intervals.ts';

/** The front's own answer to a request; null lets the library handle it. */
export type RequestVerdict = {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: readonly SipHeader[];
} | null;

/** Methods that the phone handles, as JsSIP announces them in Allow. */
export const ALLOWED = 'INVITE, ACK, CANCEL, BYE, UPDATE, OPTIONS, REFER, INFO, NOTIFY';
const HANDLED: ReadonlySet<string> = new Set(ALLOWED.split(', '));
/** Known to us, and not for a phone: 405 (RFC 3261 §8.2.1). Any other method is 501 (§21.5.2). */
const KNOWN: ReadonlySet<string> = new Set(['REGISTER', 'SUBSCRIBE', 'PUBLISH', 'PRACK', 'MESSAGE']);

/** Extensions that a request may require (RFC 3261 §8.2.2.3). `100rel` is not among them. */
export const SUPPORTED: readonly string[] = ['ice', 'replaces', 'outbound', 'gruu', 'timer', 'path'];

/** Without a dialog these have no meaning. */
const ONLY_IN_DIALOG: ReadonlySet<string> = new Set(['BYE', 'UPDATE', 'INFO']);
/** Events that servers send unasked; they change nothing here and want no more than an answer. */
const HARMLESS_EVENTS: ReadonlySet<string> = new Set(['keep-alive', 'message-summary']);
/** The events of our own transfers, the only subscriptions that this phone has (RFC 3515). */
const OWN_EVENT = 'refer';

/** Answers what the library would drop or answer wrongly. */
export function requestVerdict(request: SipRequest, dialogs: Dialogs): RequestVerdict {
  const fault = headerFault(request);
  if (fault !== null) return { status: 400, reason: fault };
  const { method } = request;
  if (method === 'ACK' || method === 'CANCEL') return null;
  if (!/^[a-z][a-z\d+.-]*:./i.test(request.uri)) return { status: 400, reason: 'Bad Request-URI' };
  if (!/^(?:sips?|tel):/i.test(request.uri)) return { status: 416 };
  if (!HANDLED.has(method))
    return { status: KNOWN.has(method) ? 405 : 501, headers: [{ name: 'allow', value: ALLOWED }] };
  const lacking = headerValues(request, 'require').filter((tag) => !SUPPORTED.includes(tag.toLowerCase()));
  if (lacking.length > 0) {
    return { status: 420, headers: [{ name: 'unsupported', value: lacking.join(', ') }] };
  }
  const inDialog = dialogs.has(request);
  if (!inDialog && (tagOf(request, 'to') !== null || ONLY_IN_DIALOG.has(method))) return { status: 481 };
  return methodVerdict(request, inDialog) ?? replacesVerdict(request, dialogs) ?? bodyVerdict(request);
}

function methodVerdict(request: SipRequest, inDialog: boolean): RequestVerdict {
  switch (request.method) {
    case 'OPTIONS':
      return {
        status: 200,
        headers: [
          { name: 'allow', value: ALLOWED },
          { name: 'accept', value: 'application/sdp' },
          { name: 'supported', value: SUPPORTED.join(', ') },
        ],
      };
    case 'REFER':
      // Nobody but the agent makes this phone call somebody (RFC 3515 §2.4.2).
      return { status: 603 };
    case 'NOTIFY':
      return notifyVerdict(request, inDialog);
    case 'INFO':
      // RFC 6086 §4.2.2. Without a package, INFO is what it was before: DTMF and the like.
      if (header(request, 'info-package') === undefined) return null;
      return { status: 469, headers: [{ name: 'recv-info', value: '' }] };
    case 'INVITE':
    case 'UPDATE':
      if (!isIntervalTooSmall(request)) return null;
      return { status: 422, headers: [{ name: 'min-se', value: String(LEAST_INTERVAL_S) }] };
    default:
      return null;
  }
}

/** RFC 6665 §4.1.3: 481 without the subscription, 489 for events that are not known here. */
function notifyVerdict(request: SipRequest, inDialog: boolean): RequestVerdict {
  const [event = ''] = (header(request, 'event') ?? '').toLowerCase().split(/[\s;]/);
  if (event === OWN_EVENT) return inDialog ? null : { status: 481 };
  if (!inDialog && HARMLESS_EVENTS.has(event)) return { status: 200 };
  return { status: 489, headers: [{ name: 'allow-events', value: OWN_EVENT }] };
}

function bodyVerdict(request: SipRequest): RequestVerdict {
  const encoding = header(request, 'content-encoding');
  if (request.body === '' || encoding === undefined || encoding.toLowerCase() === 'identity') return null;
  return { status: 415, headers: [{ name: 'accept-encoding', value: 'identity' }] };
}
