import { randomUUID } from 'node:crypto';
import { commentSchema, newCommentSchema } from '../../contract/api/review/reviewed-note.ts';
import { mention } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING } from '../http/route.ts';
import { addComment } from './comments.ts';

export const commentRoute = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/notes/:note/comments',
  about: 'A remark on a note, which reaches the agent who wrote it.',
  may: 'review-notes',
  query: NOTHING,
  body: newCommentSchema,
  answer: commentSchema,
  handle: async ({ actor, team, tx, body, ports, param }) => {
    const comment = { id: randomUUID(), by: actor.number, at: ports.now(), text: body.text, readAt: null };
    const where = { org: actor.org, team };
    if (!(await tx((tx) => addComment(tx, where, param('note'), comment)))) return refuse('not-found');
    await mention(ports.db, where, EVERYBODY, { type: 'changed' });
    return { ok: true, answer: comment };
  },
});
