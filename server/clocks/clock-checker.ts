import { sql } from 'kysely';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { type Deadline, deadlineNotices, teamDeadlines } from '../../rules/deadlines/team-deadlines.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { nextOrdersChange } from '../../rules/work-orders/open-orders.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import { inTenant, type Tenant, type Tx } from '../database/tenant.ts';
import type { DatabasePorts } from '../ports.ts';
import { enqueue, type Happening } from '../webhooks/enqueue.ts';
import { TeamLogs } from './team-logs.ts';
import { TeamPacks } from './team-packs.ts';

interface CheckerParts {
  readonly db: DatabasePorts['db'];
  readonly now: () => number;
  /** The pack of teams without a release. */
  readonly shipped: () => Pack;
  /** Called for a team that could not be checked. */
  readonly failed: (error: unknown) => void;
}

/** So long after an order came, or a release started, its clocks are known here. */
const CHECKED_EVERY_MS = 30_000;

/**
 * Notifies webhooks of deadlines that are near or missed, although no browser is open. Every
 * server process may check: a team that one has claimed is skipped by the others, and an event's
 * id follows from its clock and instant, so that the same again is no new event.
 */
export class ClockChecker {
  readonly #parts: CheckerParts;
  readonly #logs = new TeamLogs();
  readonly #packs: TeamPacks;

  constructor(parts: CheckerParts) {
    this.#parts = parts;
    this.#packs = new TeamPacks(parts.shipped);
  }

  /** Checks the teams that are due; resolves with their number. One that fails stops no other. */
  async check(): Promise<number> {
    const { db, now, failed } = this.#parts;
    const due = await this.#dueTeams();
    for (const where of due) {
      try {
        await inTenant(db, where, (tx) => this.#checkTeam(tx, where));
      } catch (error) {
        failed(error);
        await inTenant(db, where, (tx) => checkAt(tx, where, now() + CHECKED_EVERY_MS));
      }
    }
    return due.length;
  }

  /** Teams with a webhook for deadlines. */
  async #dueTeams(): Promise<readonly Tenant[]> {
    const { db, now } = this.#parts;
    return await db.transaction().execute(async (tx) => {
      await sql`select set_config('app.job', 'webhooks', true)`.execute(tx);
      const { rows } = await sql<Tenant>`
        select distinct w.org, w.team from webhooks w
          left join team_clocks c on c.org = w.org and c.team = w.team
        where w.events && array['deadline.near', 'deadline.missed'] and coalesce(c.next_at, 0) <= ${now()}`.execute(
        tx,
      );
      return rows;
    });
  }

  async #checkTeam(tx: Tx, { org, team }: Tenant): Promise<void> {
    const now = this.#parts.now();
    if (!(await claim(tx, { org, team }, now))) return;
    const log = await this.#logs.read(tx, { org, team });
    const { events } = log;
    const { pack, rules } = await this.#packs.packOf(tx, { org, team }, events, now);
    const orders = foldWorkOrders(events, rules, log.orders);
    log.orders = orders;
    const deadlines = teamDeadlines(events, orders, { pack, rules, now });
    const { notices, nextAt } = deadlineNotices(deadlines, now);
    const happenings = notices.map(({ deadline, is, at }) => happening(deadline, is, at, rules));
    await enqueue(tx, { org, team }, happenings, now);
    const changes = [nextAt, nextOrdersChange(orders, now, rules)].filter((at) => at !== null);
    await checkAt(tx, { org, team }, Math.min(now + CHECKED_EVERY_MS, ...changes));
  }
}

async function checkAt(tx: Tx, { org, team }: Tenant, next_at: number): Promise<void> {
  const row = tx.insertInto('team_clocks').values({ org, team, next_at });
  await row.onConflict((conflict) => conflict.columns(['org', 'team']).doUpdateSet({ next_at })).execute();
}

/** False if another process checks the team, or has just done so. */
async function claim(tx: Tx, { org, team }: Tenant, now: number): Promise<boolean> {
  const row = { org, team, next_at: 0 };
  const known = tx.insertInto('team_clocks').values(row);
  await known.onConflict((conflict) => conflict.doNothing()).execute();
  const due = tx.selectFrom('team_clocks').select('team').where('org', '=', org).where('team', '=', team);
  const free = due.where('next_at', '<=', now).forUpdate().skipLocked();
  return (await free.executeTakeFirst()) !== undefined;
}

/** Ids, times, and the owner's name in the pack: no customer's data. */
function happening(
  { id, of, subject, orderNumber, counts, owner, agents, dueAt }: Deadline,
  is: 'near' | 'missed',
  at: number,
  { workOrders }: OrderRules,
): Happening {
  const name = workOrders.owners.find((one) => one.id === owner)?.name;
  return {
    ...{ type: `deadline.${is}`, key: `${id} ${at}`, at, since: at },
    data: (language) => ({
      ...{ of, [of === 'call-back' ? 'callBack' : of]: subject },
      ...(orderNumber === null ? {} : { orderNumber }),
      ...(counts === '' ? {} : { counts }),
      ...{ owner, ownerName: textIn(name, language, owner), agents: agents.join(' '), dueAt },
    }),
  };
}
