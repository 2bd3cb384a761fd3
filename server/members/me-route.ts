import { meSchema } from '../../contract/api/members/member.ts';
import { memberRoute, NOTHING } from '../http/route.ts';
import { readMe } from './read-me.ts';

export const meRoute = memberRoute({
  method: 'get',
  path: '/v1/me',
  about: 'Who this device speaks for, and what it needs to know of the team.',
  may: 'participate',
  query: NOTHING,
  body: NOTHING,
  answer: meSchema,
  handle: async ({ actor, tx }) => ({ ok: true, answer: await tx(async (tx) => await readMe(tx, actor)) }),
});
