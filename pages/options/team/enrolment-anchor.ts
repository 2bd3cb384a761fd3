import type { EnrolAnswer } from '../../../contract/api/members/enrolment.ts';
import { bindEnrolment } from '../../../contract/api/members/enrolment-binding.ts';
import { openSetUp } from '../../../contract/api/members/enrolment-set-up.ts';
import type { Enrolment } from '../../../contract/api/members/read-enrolment.ts';
import { fingerprintOf, readFingerprint } from '../../../contract/release/fingerprint.ts';
import type { DeviceSetUp } from '../../../contract/settings/device-set-up.ts';

/** Where the trust in the team's signers comes from; never from the server. */
export type EnrolmentAnchor =
  | { readonly by: 'root'; readonly root: string; readonly secret: string | null }
  | { readonly by: 'fingerprint'; readonly fingerprint: string }
  /** The user compares the fingerprint. */
  | { readonly by: 'comparison' };

export function anchorOfEnrolment(enrolment: Enrolment): EnrolmentAnchor {
  switch (enrolment.by) {
    case 'code':
      return { by: 'comparison' };
    case 'fingerprint':
      return { by: 'fingerprint', fingerprint: enrolment.fingerprint };
    case 'root':
      return { by: 'root', root: enrolment.root, secret: null };
    case 'link':
      return { by: 'root', root: enrolment.root, secret: enrolment.secret };
  }
}

/**
 * `policyRoot` of the settings is a key, a fingerprint or empty. It stands in for the user's
 * comparison. Null: the lead's link or code is of another root than the administrator prescribes.
 */
export async function withPolicy(
  anchor: EnrolmentAnchor,
  policyRoot: string,
): Promise<EnrolmentAnchor | null> {
  if (policyRoot === '') return anchor;
  const reading = readFingerprint(policyRoot);
  const prescribed = reading.ok ? reading.fingerprint : await fingerprintOf(policyRoot);
  switch (anchor.by) {
    case 'root':
      return (await fingerprintOf(anchor.root)) === prescribed ? anchor : null;
    case 'fingerprint':
      return anchor.fingerprint === prescribed ? anchor : null;
    case 'comparison':
      return reading.ok
        ? { by: 'fingerprint', fingerprint: prescribed }
        : { by: 'root', root: policyRoot, secret: null };
  }
}

/** Whether the server enrolled the member in the team for whom the lead made the link. */
export async function isBound(anchor: EnrolmentAnchor, { me, binding }: EnrolAnswer): Promise<boolean> {
  if (anchor.by !== 'root' || anchor.secret === null) return true;
  const { organisation, team, member } = me;
  const enrolment = { organisation: organisation.id, team: team.id, member: member.id, root: anchor.root };
  return binding === (await bindEnrolment(anchor.secret, enrolment));
}

/**
 * What the link brings besides the membership. Not ok: it is not what the lead encrypted.
 */
export async function setUpOf(
  anchor: EnrolmentAnchor,
  { binding, setUp }: EnrolAnswer,
): Promise<{ readonly ok: true; readonly setUp: DeviceSetUp | null } | { readonly ok: false }> {
  if (setUp === null) return { ok: true, setUp: null };
  if (anchor.by !== 'root' || anchor.secret === null || binding === null) return { ok: false };
  const opened = await openSetUp(anchor.secret, binding, setUp);
  return opened === null ? { ok: false } : { ok: true, setUp: opened };
}
