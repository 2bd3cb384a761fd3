import * as v from 'valibot';

/** Why a whole request came to nothing; the body of every answer of 400 and above. */
export const refusalSchema = v.strictObject({
  reason: v.picklist([
    /** 400; `detail` names the place. */
    'malformed',
    /** 401: no token, an unknown one, a revoked device, a member who has left. Enrol again; keep what is owed. */
    'signed-out',
    /** 403: this role may not. */
    'not-allowed',
    /** 404: also for what belongs to another team or organisation. */
    'not-found',
    /** 409: what it was based on has changed meanwhile, or is taken. */
    'conflict',
    /** 409: the extension is newer than the server. Keep everything, try again later. */
    'server-older',
    /** 413 */
    'too-large',
    /** 422: the enrolment code or sign-in is wrong, used or expired. */
    'bad-code',
    /** 426: the extension is too old. Keep everything, update. */
    'extension-older',
    /** 429: wait for as many seconds as the Retry-After header says. */
    'too-many',
    /** 500, 503: try again later. */
    'unavailable',
  ]),
  detail: v.nullable(v.string()),
});

export type Refusal = Readonly<v.InferOutput<typeof refusalSchema>>;
