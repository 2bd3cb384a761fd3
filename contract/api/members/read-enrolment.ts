import { plainSigns, readFingerprint } from '../../release/fingerprint.ts';
import { enrolmentCodeForm, splitEnrolment } from './enrolment.ts';

/** What a lead handed over, as it was typed, pasted or scanned. */
export type Enrolment =
  /** The code alone: the user compares the fingerprint of the root afterwards. */
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'fingerprint'; readonly code: string; readonly fingerprint: string }
  | { readonly by: 'root'; readonly code: string; readonly root: string }
  | {
      readonly by: 'link';
      readonly server: string;
      readonly code: string;
      readonly root: string;
      readonly secret: string;
    };

export type EnrolmentReading =
  | { readonly ok: true; readonly enrolment: Enrolment }
  | { readonly ok: false; readonly reason: 'bad-code' }
  /** A typing error in this group of the fingerprint, counted from 1. */
  | { readonly ok: false; readonly reason: 'mistyped'; readonly group: number };

const CODE_SIGNS = 16;
const SECRET = /^[A-Za-z0-9_-]{22}$/;
const BAD: EnrolmentReading = { ok: false, reason: 'bad-code' };

export function readEnrolment(typed: string): EnrolmentReading {
  const text = typed.trim();
  if (/^https?:/i.test(text)) return readLink(text);
  const { code, root } = splitEnrolment(text);
  if (code !== null)
    return { ok: true, enrolment: root === null ? { by: 'code', code } : { by: 'root', code, root } };
  const signs = plainSigns(text);
  const first = enrolmentCodeForm(signs.slice(0, CODE_SIGNS));
  const reading = readFingerprint(signs.slice(CODE_SIGNS));
  if (first === null) return BAD;
  if (reading.ok)
    return { ok: true, enrolment: { by: 'fingerprint', code: first, fingerprint: reading.fingerprint } };
  return reading.reason === 'mistyped-group' ? { ok: false, reason: 'mistyped', group: reading.group } : BAD;
}

/** The fragment is never sent to a server (RFC 9110 §4.2.5). */
export function writeEnrolmentLink({
  server,
  code,
  root,
  secret,
}: Omit<Enrolment & { by: 'link' }, 'by'>): string {
  return `${server}/join#${code}/${root}/${secret}`;
}

/** 128 random bits as base64url. */
export function makeEnrolmentSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const chars = btoa(String.fromCharCode(...bytes));
  return chars.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function readLink(text: string): EnrolmentReading {
  if (!URL.canParse(text)) return BAD;
  const { origin, hash } = new URL(text);
  const [typed = '', key = '', secret = ''] = hash.slice(1).split('/');
  const { code, root } = splitEnrolment(`${typed}/${key}`);
  if (code === null || root === null || !SECRET.test(secret)) return BAD;
  return { ok: true, enrolment: { by: 'link', server: origin, code, root, secret } };
}
