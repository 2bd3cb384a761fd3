import * as v from 'valibot';
import { pullAnswerSchema, pulledItemSchema, pullQuerySchema } from '../../contract/api/sync/pull.ts';
import { memberRoute, NOTHING } from '../http/route.ts';
import { pull } from './pull.ts';

export const pullRoute = memberRoute({
  method: 'get',
  path: '/v1/sync/pull',
  about: "What changed since the cursor: all that the team shares, and the agent's own notes.",
  may: 'participate',
  query: pullQuerySchema,
  body: NOTHING,
  answer: pullAnswerSchema,
  shown: { answer: v.strictObject({ ...pullAnswerSchema.entries, items: v.array(pulledItemSchema) }) },
  handle: async ({ actor, tx, query }) => ({
    ok: true,
    answer: await tx((tx) => pull(tx, actor, query.cursor, query.limit)),
  }),
});
