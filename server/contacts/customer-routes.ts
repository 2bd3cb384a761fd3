import { customersApi } from '../../contract/api/contacts/customers-api.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { findErased } from '../erasure/find-erased.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { removedCustomer } from '../restore/deletion.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';
import { listCustomers, removeCustomers, saveCustomers } from './customers.ts';

const list = serve(customersApi.list, async ({ actor, team, tx, query, ports }) => {
  const customers = await tx(async (tx) => {
    const found = await listCustomers(tx, { org: actor.org, team });
    const action = query.to === 'export' ? 'customers-exported' : 'customers-read';
    await recordAudit(tx, { ...actor, team }, ports.now(), action, { customers: found.length });
    return found;
  });
  return { ok: true, answer: { customers } };
});

/** Undoes the transaction: its rows are not wanted. */
class ListTooLong extends Error {}

const save = serve(customersApi.save, async ({ actor, team, tx, body: { customers }, ports }) => {
  try {
    return await tx(async (tx) => {
      const where = { org: actor.org, team };
      const times = await findErased(
        tx,
        where,
        customers.map(({ number }) => number),
      );
      const erased = times.flatMap((at, place) => (at === null ? [] : [place]));
      if (erased.length > 0) return { ok: true, answer: { saved: 0, erased } };
      const at = ports.now();
      if (!(await saveCustomers(tx, where, customers, at))) throw new ListTooLong();
      const saved = customers.length;
      await recordAudit(tx, { ...actor, team }, at, 'customers-saved', { customers: saved });
      return { ok: true, answer: { saved, erased } };
    });
  } catch (error) {
    if (error instanceof ListTooLong) return refuse('too-large', 'customers');
    throw error;
  }
});

const remove = serve(customersApi.remove, async ({ actor, team, tx, body: { numbers }, ports }) => {
  const removed = await tx(async (tx) => {
    const hashing = await readNumberHashing(tx, actor.org);
    const keys = numbers.flatMap((number) => hashing.keysOf(numberForm(number) ?? ''));
    const gone = await removeCustomers(tx, { org: actor.org, team }, keys);
    const at = ports.now();
    await recordAudit(tx, { ...actor, team }, at, 'customers-removed', { customers: gone.length });
    await ports.guard.keep(
      actor.org,
      gone.map(({ key }) => removedCustomer(team, key, at)),
    );
    return gone.length;
  });
  return { ok: true, answer: { removed } };
});

export const customerRoutes: RoutesOf<typeof customersApi> = { list, save, remove };
