import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { WorkOrderState } from '../../rules/work-orders/fold-work-orders.ts';
import { readable } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { itemOfRecord } from '../sync/item-of-record.ts';
import { readLife } from '../sync/read-epoch.ts';
import { readJson } from '../sync/stored-body.ts';

/** A team's events, as this process read them last. */
interface TeamLog {
  readonly epoch: string;
  readonly seq: number;
  readonly byId: ReadonlyMap<string, TeamEvent>;
  /** In the order of the team. */
  readonly events: readonly TeamEvent[];
  /** As they were folded last: only orders with new events are folded anew. */
  orders: WorkOrderState | null;
}

/** Of all teams: those that were read longest ago are read anew when they are needed. */
const MOST_EVENTS = 200_000;

/** The events of teams. A team is read whole once, then only what was added. */
export class TeamLogs {
  readonly #read = new Map<string, TeamLog>();

  async read(tx: Tx, { org, team }: Tenant): Promise<TeamLog> {
    const key = `${org} ${team}`;
    const { seq, epoch } = await readLife(tx, { org, team });
    const before = this.#read.get(key);
    // The number is read before the records: what is committed in between is read once more.
    // An older back-up was restored: its numbers name other events.
    const isGoingOn = before !== undefined && before.epoch === epoch && before.seq <= seq;
    const log = isGoingOn ? before : { epoch, seq: 0, byId: new Map(), events: [], orders: null };
    const next = log.seq === seq ? log : await readAfter(tx, { org, team }, log, seq);
    this.#read.delete(key);
    this.#read.set(key, next);
    this.#forgetOldest();
    return next;
  }

  #forgetOldest(): void {
    let count = 0;
    for (const { events } of this.#read.values()) count += events.length;
    for (const [key, { events }] of this.#read) {
      if (count <= MOST_EVENTS) return;
      this.#read.delete(key);
      count -= events.length;
    }
  }
}

async function readAfter(tx: Tx, { org, team }: Tenant, log: TeamLog, seq: number): Promise<TeamLog> {
  const rows = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'seq', 'revision', 'owner', 'at', 'subject', 'number_keys', 'body'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', 'in', ['event', 'subject'])
    .where('seq', '>', log.seq)
    .execute();
  if (rows.length === 0) return { ...log, seq };
  const byId = new Map(log.byId);
  const gone = new Set(
    rows.flatMap(({ kind, id, body }) => (kind === 'subject' && body === null ? [id] : [])),
  );
  for (const [id, { subject }] of byId) if (gone.has(subject)) byId.delete(id);
  const { items } = readable(rows, ({ number_keys: numberKeys, body, ...row }) =>
    itemOfRecord({ ...row, numberKeys, body: readJson(body) }, []),
  );
  for (const item of items) if (item.type === 'team') byId.set(item.event.id, item.event);
  const events = [...byId.values()].sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
  return { ...log, seq, byId, events };
}
