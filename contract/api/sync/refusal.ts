import * as v from 'valibot';
import { boundedText } from '../../../calls/vocabulary/bounded-text.ts';

/** Why a request was refused: the body of every answer with a status of 400 and above. */
export const refusalSchema = v.strictObject({
  reason: v.picklist([
    /** 400; `detail` names the place. */
    'malformed',
    /**
     * 401: no valid token, a revoked device, or a member who left. Keep the outbox, enrol again.
     */
    'signed-out',
    /** 403: the role lacks the permission. */
    'not-allowed',
    /** 404: also for data of another team or organisation. 405: `detail` is `method`. */
    'not-found',
    /** 409: its base has changed meanwhile, or a name is in use. */
    'conflict',
    /** 409: the extension is newer than the server. Keep all data, try again later. */
    'server-older',
    /** 413 */
    'too-large',
    /** 422: the enrolment code or sign-in is wrong, used or expired. */
    'bad-code',
    /** 426: the extension is too old. Keep all data, update. */
    'extension-older',
    /** 429: wait for the seconds in Retry-After. */
    'too-many',
    /** 500, 503: try again later. */
    'unavailable',
  ]),
  detail: v.nullable(boundedText(200)),
});

export type Refusal = Readonly<v.InferOutput<typeof refusalSchema>>;
