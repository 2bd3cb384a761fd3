import { enrolAnswerSchema, enrolRequestSchema } from '../../contract/api/members/enrolment.ts';
import { inTenant } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { NOTHING, publicRoute } from '../http/route.ts';
import { organisationOfCode, useCode } from './enrolment-code.ts';
import { makeDevice } from './make-device.ts';

export const enrolRoute = publicRoute({
  method: 'post',
  path: '/v1/enrol',
  about: 'Exchanges an enrolment code, once, for a token of this device.',
  query: NOTHING,
  body: enrolRequestSchema,
  answer: enrolAnswerSchema,
  handle: async ({ ports, body }) => {
    const org = organisationOfCode(body.code);
    if (org === null) return refuse('bad-code');
    return await inTenant(ports.db, { org, team: '*' }, async (tx) => {
      const at = ports.now();
      const member = await useCode(tx, org, body.code, at);
      if (member === null) return refuse('bad-code');
      return { ok: true, answer: await makeDevice(tx, { org, member }, body.label, at, 'enrolled') };
    });
  },
});
