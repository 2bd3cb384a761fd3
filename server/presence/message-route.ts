import { helpMessageSchema, newHelpMessageSchema } from '../../contract/api/presence/help-request.ts';
import { announce } from '../events/announce.ts';
import { memberRoute, NOTHING } from '../http/route.ts';

export const messageRoute = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/messages',
  about: 'A word from the supervisor into an agent’s panel.',
  may: 'assist-agents',
  query: NOTHING,
  body: newHelpMessageSchema,
  answer: helpMessageSchema,
  handle: async ({ actor, team, tx, body, ports }) => {
    const at = ports.now();
    const message = { ...body, by: actor.number, at };
    // The writer too: another window of theirs shows what was said.
    const audience = { permission: null, agents: [body.to, actor.number] };
    await tx((tx) => announce(tx, { org: actor.org, team }, audience, { type: 'message', message }, at));
    return { ok: true, answer: message };
  },
});
