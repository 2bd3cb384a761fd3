import { isSameTeam } from '../../contract/api/members/is-same-team.ts';
import type { Me } from '../../contract/api/members/member.ts';
import { membersApi } from '../../contract/api/members/members-api.ts';
import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import { callServer, type ServerAddress } from './call-server.ts';

/** Asks the server who this device is. Another team than at the enrolment is refused. */
export async function askMe(link: ServerAddress & { readonly me: Me }): Promise<ServerAnswer<Me>> {
  const answer = await callServer(link, membersApi.me, {});
  if (!answer.ok || isSameTeam(link.me, answer.value)) return answer;
  return { ok: false, reason: 'other-team', retryAfterMs: null };
}
