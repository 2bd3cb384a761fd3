import { browser } from 'wxt/browser';
import { callServer } from '../../../browser/server/call-server.ts';
import type { EnrolAnswer } from '../../../contract/api/members/enrolment.ts';
import type { Me } from '../../../contract/api/members/member.ts';
import { devicesApi } from '../../../contract/api/members/members-api.ts';
import type { ServerAnswer } from '../../../contract/api/server-answer.ts';
import { SYNC_VERSION } from '../../../contract/api/sync/version.ts';
import type { DeviceSetUp } from '../../../contract/settings/device-set-up.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { LinkStore } from '../../../storage/sync/link-store.ts';
import { type EnrolmentAnchor, isBound, setUpOf, withPolicy } from './enrolment-anchor.ts';
import { joinProblem } from './join-problem.ts';
import type { SignInProblem } from './sign-in-with.ts';
import type { JoinProblem } from './team-part-view.ts';

export interface Joining {
  /** Origin of the server. */
  readonly server: string;
  /** The browser may reach the server: asked for within the press. */
  readonly granted: Promise<boolean>;
  readonly anchor: EnrolmentAnchor;
  /** The root that an administrator prescribes; empty: none. */
  readonly policyRoot: string;
  readonly enrol: () => Promise<
    ServerAnswer<EnrolAnswer> | { readonly ok: false; readonly reason: SignInProblem }
  >;
}

export type Joined =
  | { readonly ok: true; readonly me: Me; readonly setUp: DeviceSetUp | null }
  | { readonly ok: false; readonly problem: JoinProblem };

/** Call it within a press, before the first await: the browser asks then only. */
export function requestServer(server: string, permissions: readonly 'identity'[]): Promise<boolean> {
  return browser.permissions.request({
    permissions: import.meta.env.FIREFOX ? [] : [...permissions],
    origins: [`${server.replace(/:\d+$/, '')}/*`],
  });
}

/** Enrols this browser and stores its link. */
export async function join(
  { server, granted, anchor: given, policyRoot, enrol }: Joining,
  { links, packs }: Pick<Stores, 'links' | 'packs'>,
): Promise<Joined> {
  if (!(await granted)) return { ok: false, problem: 'not-permitted' };
  const anchor = await withPolicy(given, policyRoot);
  if (anchor === null) return { ok: false, problem: 'other-root' };
  const answer = await enrol();
  if (!answer.ok) return { ok: false, problem: joinProblem(answer.reason) };
  const { token, me } = answer.value;
  const opened = await setUpOf(anchor, answer.value);
  if (!(await isBound(anchor, answer.value)) || !opened.ok) {
    // The device that the server made is of no use.
    await callServer({ server, token }, devicesApi.signOut, {});
    return { ok: false, problem: 'forged' };
  }
  // Before the link: a page that follows it then knows which signatures to trust.
  if (anchor.by === 'root') await packs.enrol(me.team.id, anchor.root);
  await leaveOthers(me, links);
  const fingerprint = anchor.by === 'fingerprint' ? { fingerprint: anchor.fingerprint } : {};
  await links.save({ server, token, me, cursor: '', pulledBy: SYNC_VERSION, ...fingerprint });
  return { ok: true, me, setUp: opened.setUp };
}

/** The same member continues with the shared state; for another member it is dropped. */
async function leaveOthers(me: Me, links: LinkStore): Promise<void> {
  const before = await links.read();
  if (before.state === 'none' || before.state === 'locked') return;
  if (before.link.me.member.id !== me.member.id) await links.forget();
}
