import * as v from 'valibot';
import { countSchema, revisionSchema } from '../../calls/vocabulary/whole-number.ts';
import { jsonText } from '../api/parse-json.ts';
import { instantSchema, text } from '../team/envelope.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Bytes, SigningKey } from './ed25519.ts';
import {
  claimedBody,
  claimedSigner,
  type DocumentRefusal,
  openDocument,
  signDocument,
} from './signed-document.ts';

const keySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A device that has an older release of a retired key fetches the newest one of the team. */
export const MOST_KEPT_RELEASES = 50;

const signerSchema = v.strictObject({
  key: keySchema,
  /** Agent number of the lead with the secret half. */
  holder: text(40),
  /** The last release that this key may sign; null while the lead publishes. */
  lastSequence: v.nullable(countSchema),
  /**
   * Of a retired key, the digests of its releases that stay valid: whoever has the key can sign
   * another one with an earlier sequence and time.
   */
  releases: v.exactOptional(v.pipe(v.array(digestSchema), v.maxLength(MOST_KEPT_RELEASES))),
});

/** Who may publish for a team, signed by the root: the key of the admin who created the team. */
export const teamKeysSchema = v.strictObject({
  team: v.pipe(text(80), v.minLength(1)),
  /** Grows by one with every list. */
  sequence: revisionSchema,
  issuedAt: instantSchema,
  /** Key that signs the next list: the same one, or that of the admin's successor. */
  root: keySchema,
  signers: v.array(signerSchema),
});

const listSchema = v.pipe(jsonText, teamKeysSchema);

export type TeamKeys = Readonly<v.InferOutput<typeof teamKeysSchema>>;

/** Keys that a browser trusts. It begins with the root from the enrolment and no list. */
export const teamTrustSchema = v.strictObject({
  team: text(80),
  root: keySchema,
  /** Of the newest accepted list; 0 for none. */
  sequence: countSchema,
  signers: v.array(signerSchema),
  /** Key that signed the newest accepted list; absent before it. */
  signedBy: v.exactOptional(keySchema),
});

export type TeamTrust = Readonly<v.InferOutput<typeof teamTrustSchema>>;
export type Signer = Readonly<v.InferOutput<typeof signerSchema>>;

/**
 * The key that a new device begins with: it has signed a list. A root that was handed over has
 * signed none until its holder accepts.
 */
export function anchorOf({ root, signedBy }: TeamTrust): string {
  return signedBy ?? root;
}

export type AppliedKeys =
  | { readonly ok: true; readonly trust: TeamTrust }
  | DocumentRefusal
  /** Applied already, or not the list that follows the accepted one. */
  | { readonly ok: false; readonly reason: 'out-of-order' };

export function signTeamKeys(keys: TeamKeys, root: SigningKey): Promise<Bytes> {
  return signDocument('team-keys', canonicalJson(keys), root);
}

/**
 * The trust in whoever signed this list; null if it is not a list. On a device the user compares
 * that key's fingerprint first, or the enrolment brought it.
 */
export function firstTrust(team: string, firstList: Bytes): TeamTrust | null {
  const root = claimedSigner('team-keys', firstList);
  return root === null ? null : { team, root, sequence: 0, signers: [] };
}

/**
 * Applies the next list of signers: it must be signed by the root that the last list names. A
 * device that has no list yet begins with any list that its root signed.
 */
export async function applyTeamKeys(trust: TeamTrust, bytes: Bytes): Promise<AppliedKeys> {
  const opened = await openDocument('team-keys', bytes, [trust.root]);
  if (!opened.ok) {
    // A list that arrives twice may be signed by the root of before. It says nothing new.
    const isOld = opened.reason === 'foreign' && isApplied(trust, claimedBody(bytes));
    return isOld ? { ok: false, reason: 'out-of-order' } : opened;
  }
  const parsed = v.safeParse(listSchema, opened.body);
  if (!parsed.success) return { ok: false, reason: 'needs-newer-extension' };
  const { team, sequence, root, signers } = parsed.output;
  if (team !== trust.team) return { ok: false, reason: 'foreign' };
  if (trust.sequence > 0 && sequence !== trust.sequence + 1) return { ok: false, reason: 'out-of-order' };
  return { ok: true, trust: { team, sequence, root, signers, signedBy: opened.signedBy } };
}

function isApplied({ team, sequence }: TeamTrust, body: string): boolean {
  const claimed = v.safeParse(listSchema, body);
  return claimed.success && claimed.output.team === team && claimed.output.sequence <= sequence;
}
