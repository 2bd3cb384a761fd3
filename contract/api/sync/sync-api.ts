import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { pullAnswerSchema, pulledItemSchema, pullQuerySchema } from './pull.ts';
import { pushAnswerSchema, pushRequestSchema } from './push.ts';
import { syncItemSchema } from './sync-item.ts';

const count = countSchema;

/** In one request; more is refused as `malformed`. */
export const MOST_CHECKED_NUMBERS = 200;

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
  checkNumbers: endpoint({
    method: 'POST',
    path: '/v1/sync/numbers',
    permission: 'participate',
    summary: 'Which of these numbers of records that only the device has are erased. Logs none.',
    /** Whoever asks for every number learns which ones are erased: that must take years. */
    perMinute: 60,
    body: v.strictObject({
      numbers: v.pipe(v.array(text(LONGEST_NUMBER)), v.minLength(1), v.maxLength(MOST_CHECKED_NUMBERS)),
    }),
    /** One for each number: data of it up to this time is to be deleted; null: none. */
    answer: v.strictObject({ erased: v.array(v.nullable(instantSchema)) }),
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
