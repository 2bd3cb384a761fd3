import { bindEnrolment } from '../../../contract/api/members/enrolment-binding.ts';
import { encryptSetUp } from '../../../contract/api/members/enrolment-set-up.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import { makeEnrolmentSecret, writeEnrolmentLink } from '../../../contract/api/members/read-enrolment.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { anchorOf } from '../../../contract/release/team-trust.ts';
import { makeFirstSigners } from '../frame/first-signers.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { EnrolmentSlip } from '../frame/server-view.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { DeviceSetUps, MadeSetUp } from './device-set-ups.ts';

/** What this browser makes for a code before the server makes the code itself. */
interface Prepared {
  readonly member: Member;
  /** Only in the link: no server sees it. */
  readonly secret: string;
  readonly own: MadeSetUp | null;
  readonly body: { readonly binding?: string; readonly setUp?: string };
}

interface MadeCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** Makes one-time codes with their links, for one member or for a pile of printed slips. */
export class EnrolmentCodes {
  readonly #session: TeamSession;
  readonly #setUps: Pick<DeviceSetUps, 'forMembers'> | null;

  /** `setUps`: null where new devices get nothing but their membership. */
  constructor(session: TeamSession, setUps: Pick<DeviceSetUps, 'forMembers'> | null) {
    this.#session = session;
    this.#setUps = setUps;
  }

  /** Null: the server refused, as the session shows. */
  async forMember(server: LeadServer, member: Member): Promise<EnrolmentSlip | null> {
    const root = await this.#root(server);
    const [prepared] = await this.#prepare(server, [member], root);
    if (prepared === undefined) return null;
    const made = await this.#session.ask(server.makeCode(member.id, prepared.body));
    return made === null ? null : await slipOf(server, prepared, made, root);
  }

  /** In the order of the members, without those who left meanwhile. Null: refused. */
  async forMembers(server: LeadServer, members: readonly Member[]): Promise<readonly EnrolmentSlip[] | null> {
    const root = await this.#root(server);
    const prepared = await this.#prepare(server, members, root);
    const codes = prepared.map(({ member: { id }, body }) => ({ member: id, ...body }));
    const answer = await this.#session.ask(server.makeCodes({ codes }));
    if (answer === null) return null;
    const made = new Map(answer.codes.map(({ member, ...code }) => [member, code]));
    const slips = prepared.map(async (one) => {
      const code = made.get(one.member.id);
      return code === undefined ? [] : [await slipOf(server, one, code, root)];
    });
    return (await Promise.all(slips)).flat();
  }

  async #prepare(
    { link }: LeadServer,
    members: readonly Member[],
    root: string | null,
  ): Promise<readonly Prepared[]> {
    const secrets = members.map((member) => ({ member, secret: makeEnrolmentSecret() }));
    if (root === null) return secrets.map((one) => ({ ...one, own: null, body: {} }));
    const { organisation, team } = link.me;
    const setUps = (await this.#setUps?.forMembers(members)) ?? [];
    return await Promise.all(
      secrets.map(async ({ member, secret }, at) => {
        const enrolment = { organisation: organisation.id, team: team.id, member: member.id };
        const binding = await bindEnrolment(secret, { ...enrolment, root });
        const own = setUps[at] ?? null;
        const setUp = own === null ? {} : { setUp: await encryptSetUp(secret, binding, own.setUp) };
        return { member, secret, own, body: { binding, ...setUp } };
      }),
    );
  }

  /**
   * From this browser's own trust, so that the new device does not have to trust the server for it.
   * Null where this browser does not know it: then the new device's user compares the fingerprint.
   */
  async #root(server: LeadServer): Promise<string | null> {
    const reading = await this.#session.trust(server);
    if (!reading.ok) return null;
    if (reading.value !== null) return anchorOf(reading.value);
    const key = await this.#session.signingKey();
    const first = key === null ? null : await makeFirstSigners(this.#session, server, key);
    return first === null ? null : anchorOf(first);
  }
}

async function slipOf(
  { link: { server } }: LeadServer,
  { member, secret, own }: Prepared,
  { code, expiresAt }: MadeCode,
  root: string | null,
): Promise<EnrolmentSlip> {
  return {
    ...{ member: member.name, number: member.number, server, expiresAt },
    newAccount: own?.isNewAccount === true ? (own.setUp.account?.user ?? null) : null,
    code: root === null ? code : `${code}-${await fingerprintOf(root)}`,
    link: root === null ? null : writeEnrolmentLink({ server, code, root, secret }),
  };
}
