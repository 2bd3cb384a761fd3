import * as v from 'valibot';
import { instantSchema } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { meSchema } from './member.ts';

/** Sixteen signs of Crockford's base 32 in groups of four; typed in any case, O for 0, I and L for 1. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** As typed or scanned to as the server compares it; null if it cannot be a code. */
export function enrolmentCodeForm(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return CODE.test(plain) ? plain : null;
}

/**
 * What a lead hands over: the code, and behind a slash the public key of the team's root, which the server is not to be asked for
 * (docs/decisions/pack-releases.md). Null: it was left out.
 */
export function splitEnrolment(typed: string): {
  readonly code: string | null;
  readonly root: string | null;
} {
  const [code = '', root = ''] = typed.trim().split('/', 2);
  return {
    code: enrolmentCodeForm(code),
    root: /^[A-Za-z0-9_-]{43}$/.test(root.trim()) ? root.trim() : null,
  };
}

const labelSchema = v.pipe(v.string(), v.trim(), v.regex(/^\P{C}{0,80}$/u));
/** As in the first six signs of its codes. */
const organisationSchema = v.pipe(v.string(), v.regex(/^[0-9A-Z]{6}$/));

/** What a lead hands over, once: as text or as a QR code of `link`. */
export const enrolmentCodeSchema = v.strictObject({
  /** XXXX-XXXX-XXXX-XXXX */
  code: v.string(),
  expiresAt: instantSchema,
});

export const enrolRequestSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(80)),
  /** What the device is called in the lead's list. */
  label: labelSchema,
});

/** The token is shown this once; the server keeps its hash. Sent as `Authorization: Bearer …`. */
export const enrolAnswerSchema = v.strictObject({ token: v.string(), me: meSchema });

export const signInStartSchema = v.strictObject({ organisation: organisationSchema });

/** OpenID Connect, authorization code with PKCE. `nonce` goes into the authorization request and is good once. */
export const signInStartAnswerSchema = v.strictObject({
  authorizationEndpoint: v.string(),
  clientId: v.string(),
  scope: v.string(),
  nonce: v.string(),
  expiresAt: instantSchema,
});

/** The server exchanges the code: the issuer's tokens never reach the extension. */
export const signInFinishSchema = v.strictObject({
  organisation: organisationSchema,
  nonce: v.pipe(v.string(), v.maxLength(80)),
  code: v.pipe(v.string(), v.maxLength(4_000)),
  /** RFC 7636 §4.1 */
  codeVerifier: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{43,128}$/)),
  redirectUri: v.pipe(v.string(), v.url(), v.maxLength(400)),
  label: labelSchema,
});

export const signInApi = {
  enrol: endpoint({
    method: 'POST',
    path: '/v1/enrol',
    permission: 'public',
    summary: 'Exchanges an enrolment code, once, for a token of this device.',
    body: enrolRequestSchema,
    answer: enrolAnswerSchema,
    errors: ['bad-code'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/v1/sign-in/start',
    permission: 'public',
    summary: "Begins a sign-in at the organisation's OpenID Connect issuer: its address and a nonce.",
    body: signInStartSchema,
    answer: signInStartAnswerSchema,
    errors: ['not-found', 'unavailable'],
  }),
  finish: endpoint({
    method: 'POST',
    path: '/v1/sign-in/finish',
    permission: 'public',
    summary: "Exchanges the issuer's code, once, for a token of this device.",
    body: signInFinishSchema,
    answer: enrolAnswerSchema,
    errors: ['bad-code', 'unavailable'],
  }),
};

export type EnrolRequest = v.InferOutput<typeof enrolRequestSchema>;
export type EnrolAnswer = Readonly<v.InferOutput<typeof enrolAnswerSchema>>;
