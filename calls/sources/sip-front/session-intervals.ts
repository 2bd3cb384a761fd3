import { BoundedMap } from '../../bounded-map.ts';
import { header, headerValues, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import { NEGOTIATING } from '../sip/negotiating.ts';

const MOST_CALLS = 50;
/** RFC 4028 §5: no smaller interval may be demanded, and none is worth its traffic. */
export const LEAST_INTERVAL_S = 90;
/** Nobody refreshes less often than once a day. */
const LONGEST_S = 86_400;

/**
 * The least session intervals that servers demand (RFC 4028 §7.3): a request that was refused with
 * 422 is sent once more with an interval that is long enough, which later ones of the call keep.
 */
export class SessionIntervals {
  /** Seconds by Call-ID. */
  readonly #least = new BoundedMap<string, number>(MOST_CALLS);

  /** Whether a request is to be sent again. A second 422 to it is passed on. */
  isTooSmall(response: SipResponse, request: SipRequest): boolean {
    if (response.status !== 422 || !NEGOTIATING.has(request.method)) return false;
    const least = secondsIn(header(response, 'min-se'));
    if (least === null || wasRaised(request)) return false;
    this.#least.set(header(request, 'call-id') ?? '', least);
    return true;
  }

  toServer(request: SipRequest): SipRequest {
    const least = this.#least.get(header(request, 'call-id') ?? '');
    if (least === undefined || !NEGOTIATING.has(request.method)) return request;
    const headers = request.headers.flatMap((entry): SipHeader[] => {
      if (entry.name === 'min-se') return [];
      return [entry.name === 'session-expires' ? { ...entry, value: raised(entry.value, least) } : entry];
    });
    return { ...request, headers: [...headers, { name: 'min-se', value: String(least) }] };
  }
}

/** RFC 4028 §9: refused with 422, if the other side knows what that means. */
export function isIntervalTooSmall(request: SipRequest): boolean {
  const seconds = Number.parseInt(header(request, 'session-expires') ?? '', 10);
  const knows = ['supported', 'require'].flatMap((name) => headerValues(request, name));
  return seconds < LEAST_INTERVAL_S && knows.some((tag) => /^timer$/i.test(tag));
}

/** The request says already what a 422 would ask of it. */
export function wasRaised(request: SipRequest): boolean {
  return header(request, 'min-se') !== undefined;
}

/** `1800;refresher=uac` */
function raised(value: string, least: number): string {
  return value.replace(/^\s*\d+/, (seconds) => String(Math.max(Number(seconds), least)));
}

function secondsIn(value: string | undefined): number | null {
  const [, digits] = /^\s*(\d{1,10})\s*(?:;|$)/.exec(value ?? '') ?? [];
  const seconds = Number(digits ?? 0);
  return seconds > 0 && seconds <= LONGEST_S ? seconds : null;
}
