import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { pullAnswerSchema, pulledItemSchema, pullQuerySchema } from './pull.ts';
import { pushAnswerSchema, pushRequestSchema } from './push.ts';
import { syncItemSchema } from './sync-item.ts';

const count = countSchema;

export const syncApi = {
  push: endpoint({
    method: 'POST',
    path: '/v1/sync/push',
    permission: 'participate',
    summary: 'Applies a batch of changes, each once. 200 means that they are on the disk.',
    body: pushRequestSchema,
    answer: pushAnswerSchema,
    documented: { body: v.strictObject({ items: v.array(syncItemSchema) }) },
  }),
  pull: endpoint({
    method: 'GET',
    path: '/v1/sync/pull',
    permission: 'participate',
    summary: "Changes after the cursor: all that the team shares, and the agent's own notes.",
    query: pullQuerySchema,
    answer: pullAnswerSchema,
    documented: {
      answer: v.strictObject({ ...pullAnswerSchema.entries, items: v.array(pulledItemSchema) }),
    },
  }),
  erase: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/erasures',
    permission: 'erase-numbers',
    summary: 'Deletes what belongs to a number: here, and on every device with its next pull.',
    body: v.strictObject({ number: text(LONGEST_NUMBER) }),
    /** `subjects`: work orders, call-backs and warnings. */
    answer: v.strictObject({ notes: count, subjects: count }),
    errors: ['malformed'],
  }),
};
