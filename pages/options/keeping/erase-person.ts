import { numberForm } from '../../../contract/numbers/number-form.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { TeamEvent } from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { foldWarnings, warningsOf } from '../../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { deleteByNumber } from '../../../storage/notes/delete-notes.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { eraseRecord, isOfPerson } from '../../../storage/sync/erase-record.ts';
import { localRecords } from '../../../storage/sync/local-records.ts';
import { zoneOf } from '../../session/zone-of.ts';
import type { ErasureView } from './keeping-view.ts';

/**
 * Erases everything about a number on this computer (right to erasure). An open work order or
 * call-back stops it: the team still has a promise to that person. Settled ones are deleted with
 * the notes, entries of the harassment register only after they were struck off. The lead decides
 * about copies on the server.
 */
export async function erasePerson(stores: Stores, pack: Pack, number: string): Promise<ErasureView> {
  const form = numberForm(number);
  if (form === null) return { state: 'refused', reason: 'not-a-number' };
  const { events, locked } = await stores.team.load();
  if (locked > 0) return { state: 'refused', reason: 'locked' };
  const isTheirs = (one: { readonly number: string }) => numberForm(one.number) === form;
  const { orders, callBacks } = openWork(events, pack);
  const open = {
    orders: orders.filter((one) => isTheirs(one) && one.status.state === 'open').length,
    callBacks: callBacks.filter((one) => isTheirs(one) && one.state.state === 'open').length,
  };
  if (open.orders + open.callBacks > 0) return { state: 'open', ...open };
  const deleted = await deleteByNumber(stores.notes, stores.journal, number);
  if (!deleted.ok) return { state: 'refused', reason: deleted.reason };
  const closed = [...orders, ...callBacks].filter(isTheirs).map(({ id }) => id);
  const warnings = foldWarnings(events);
  const struckOff = warnings.filter((one) => isTheirs(one) && one.struckOff !== null).map(({ id }) => id);
  for (const subject of [...closed, ...struckOff]) await stores.team.forget(subject);
  const isMeant = (one: string) => one === form;
  // What remains of the person may name them still: a call that is up, an entry of the register.
  for (const record of await localRecords(stores, 'all'))
    if (record.forms.some(isMeant) && !isOfPerson(record, isMeant))
      await eraseRecord(stores, record, { isMeant });
  const { notes, calls, later } = deleted;
  return {
    state: 'done',
    notes,
    calls,
    later,
    closed: closed.length,
    warnings: warningsOf(warnings, number).length,
  };
}

function openWork(events: readonly TeamEvent[], pack: Pack) {
  const rules = orderRulesOf(pack, zoneOf(pack));
  return {
    orders: [...foldWorkOrders(events, rules).orders.values()],
    callBacks: foldCallBacks(events).callBacks,
  };
}
