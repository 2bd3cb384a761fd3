import * as v from 'valibot';
import { enrolAnswerSchema } from '../../../contract/api/members/enrolment.ts';
import type { NewMember } from '../../../contract/api/members/member.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../../contract/api/sync/version.ts';
import type { TeamServer } from '../team-server.ts';

/**
 * Enrols a device without a browser, of a new member or as the other computer of an agent. Returns
 * how it posts.
 */
export async function secondDevice(
  server: TeamServer,
  of: NewMember | string,
): Promise<(path: string, body: unknown) => Promise<unknown>> {
  const code = typeof of === 'string' ? await server.codeAgain(of) : await server.codeFor(of);
  const post = async (path: string, token: string, body: unknown): Promise<unknown> => {
    const headers = {
      [VERSION_HEADER]: String(SYNC_VERSION),
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    };
    const url = new URL(path, server.url);
    return await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { token } = v.parse(enrolAnswerSchema, await post('/v1/enrol', '', { code, label: 'second' }));
  return (path, body) => post(path, token, body);
}
