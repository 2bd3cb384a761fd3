import { erasureAnswerSchema, erasureSchema } from '../../contract/api/sync/erasure.ts';
import { mention } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING } from '../http/route.ts';
import { eraseNumber } from './erase-number.ts';

export const erasureRoute = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/erasures',
  about: 'Deletes what belongs to a number: here, and on every device with its next pull.',
  may: 'erase-numbers',
  query: NOTHING,
  body: erasureSchema,
  answer: erasureAnswerSchema,
  handle: async ({ actor, team, tx, body, ports }) => {
    const erased = await tx((tx) => eraseNumber(tx, { ...actor, team }, body.number, ports.now()));
    if (erased === null) return refuse('malformed', 'number');
    await mention(ports.db, { org: actor.org, team }, EVERYBODY, { type: 'changed' });
    return { ok: true, answer: erased };
  },
});
