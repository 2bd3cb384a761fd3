import * as v from 'valibot';
import { plainSigns } from '../../release/fingerprint.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { meSchema } from './member.ts';

/** Sixteen characters of Crockford's base 32. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** Normalizes a typed or scanned code; null if it cannot be one. */
export function enrolmentCodeForm(typed: string): string | null {
  const plain = plainSigns(typed);
  return CODE.test(plain) ? plain : null;
}

/**
 * Splits what a lead hands over: the code, a slash, and the public key of the team's root. The key
 * never comes from the server (docs/decisions/pack-releases.md). Null: not given.
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
/** Also the first six characters of its codes. */
const organisationSchema = v.pipe(v.string(), v.regex(/^[0-9A-Z]{6}$/));

const bindingSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A set-up with every setting at its longest has 12 kB. */
export const encryptedSetUpSchema = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[A-Za-z0-9+/]+=*$/));

/** For the device that enrols with the link: of bindEnrolment() and of encryptSetUp(). */
export const newEnrolmentCodeSchema = v.strictObject({
  binding: v.optional(bindingSchema),
  setUp: v.optional(encryptedSetUpSchema),
});

export const enrolmentCodeSchema = v.strictObject({
  /** XXXX-XXXX-XXXX-XXXX */
  code: text(40),
  expiresAt: instantSchema,
});

export const enrolRequestSchema = v.strictObject({
  code: text(80),
  /** Name of the device in the lead's list. */
  label: labelSchema,
});

/** The token is sent only here; the server keeps its hash. For `Authorization: Bearer …`. */
export const enrolAnswerSchema = v.strictObject({
  token: text(400),
  me: meSchema,
  /** Null: the code was made without one. */
  binding: v.optional(v.nullable(bindingSchema), null),
  /** Null: the lead prescribed nothing, or the code was made without a link. */
  setUp: v.optional(v.nullable(encryptedSetUpSchema), null),
});

export const signInStartSchema = v.strictObject({ organisation: organisationSchema });

/** For the authorization request, code flow with PKCE. The nonce is valid once. */
export const signInStartAnswerSchema = v.strictObject({
  authorizationEndpoint: text(2_000),
  clientId: text(200),
  scope: text(400),
  nonce: text(400),
  expiresAt: instantSchema,
});

/** The server exchanges the code, so the issuer's tokens never reach the extension. */
export const signInFinishSchema = v.strictObject({
  organisation: organisationSchema,
  nonce: text(80),
  code: text(4_000),
  /** RFC 7636 §4.1 */
  codeVerifier: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{43,128}$/)),
  redirectUri: v.pipe(text(400), v.url()),
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

export type NewEnrolmentCode = v.InferOutput<typeof newEnrolmentCodeSchema>;
export type EnrolRequest = v.InferOutput<typeof enrolRequestSchema>;
export type EnrolAnswer = Readonly<v.InferOutput<typeof enrolAnswerSchema>>;
