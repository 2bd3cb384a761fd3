import { sql } from 'kysely';
import * as v from 'valibot';
import { type Delivery, webhookBodySchema } from '../../contract/api/webhooks/webhook.ts';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import type { DatabasePorts } from '../ports.ts';
import type { PostMessage } from './post-message.ts';
import { isAcceptedByRobot, robotMessage, robotText } from './robot-message.ts';
import { signatureHeaders } from './sign.ts';

/** After this a process that claimed a delivery has died: another one sends it once more. */
const CLAIMED_FOR_MS = 60_000;
const CLAIMED_AT_ONCE = 20;
/** About a day and a half, with the waits below. */
const MOST_ATTEMPTS = 14;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

interface DeliverParts {
  readonly db: DatabasePorts['db'];
  readonly post: PostMessage;
  readonly now: () => number;
  /** 0…1, so that a receiver that recovers is not called by all at once. */
  readonly random: () => number;
}

/** Sends what is due, in every organisation; resolves with the number of attempts. */
export async function deliver(parts: DeliverParts): Promise<number> {
  let attempts = 0;
  for (const org of await dueOrganisations(parts)) {
    const claimed = await claim(parts, org);
    await Promise.all(claimed.map((row) => attempt(parts, row)));
    attempts += claimed.length;
  }
  return attempts;
}

async function dueOrganisations({ db, now }: DeliverParts): Promise<readonly string[]> {
  return await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.job', 'webhooks', true)`.execute(tx);
    const due = tx.selectFrom('webhook_deliveries').select('org').distinct().where('next_at', '<=', now());
    return (await due.execute()).map(({ org }) => org);
  });
}

type Claimed = Pick<Tables['webhooks'], 'kind' | 'url' | 'secret' | 'language' | 'time_zone'> & {
  readonly org: string;
  readonly team: string;
  readonly webhook: string;
  readonly event: string;
  readonly body: string;
  readonly attempts: number;
};

/** However many processes run: a delivery that one has claimed is skipped by the others. */
async function claim({ db, now }: DeliverParts, org: string): Promise<readonly Claimed[]> {
  const at = now();
  return await inTenant(db, { org, team: '*' }, async (tx) => {
    const { rows } = await sql<Claimed>`
      update webhook_deliveries d set next_at = ${at + CLAIMED_FOR_MS}, attempts = d.attempts + 1
      from webhooks w
      where w.org = d.org and w.team = d.team and w.webhook = d.webhook
        and (d.org, d.team, d.webhook, d.event) in (
          select org, team, webhook, event from webhook_deliveries
          where org = ${org} and next_at <= ${at} order by next_at limit ${CLAIMED_AT_ONCE}
          for update skip locked)
      returning d.org, d.team, d.webhook, d.event, d.body, d.attempts, w.kind, w.url, w.secret,
        w.language, w.time_zone`.execute(tx);
    return rows;
  });
}

async function attempt({ db, post, now, random }: DeliverParts, row: Claimed): Promise<void> {
  const outcome = await send(post, row, now());
  const at = now();
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (row.attempts - 1));
  const isLast = row.attempts >= MOST_ATTEMPTS;
  const set =
    outcome.problem === null
      ? { state: 'delivered' as const, next_at: null }
      : isLast
        ? { state: 'failed' as const, next_at: null }
        : { state: 'waiting' as const, next_at: at + Math.round(waitMs * (0.5 + random() / 2)) };
  const { org, team, webhook, event } = row;
  await inTenant(db, { org, team }, async (tx) => {
    const delivery = tx.updateTable('webhook_deliveries').set({ ...set, ...outcome });
    const own = delivery.where('org', '=', org).where('team', '=', team).where('webhook', '=', webhook);
    await own.where('event', '=', event).execute();
  });
}

type Outcome = Pick<Delivery, 'status' | 'problem'>;

async function send(
  post: PostMessage,
  { kind, url, secret, body, language, time_zone, event }: Claimed,
  now: number,
): Promise<Outcome> {
  const message =
    kind === 'json'
      ? { url, body, headers: signatureHeaders(secret ?? '', event, body, now) }
      : robotMessage(kind, { url, secret, now, content: sentence(body, language, time_zone) });
  const posted = await post(message);
  if (!posted.ok) return { status: null, problem: posted.problem };
  const { status, answer } = posted;
  if (status < 200 || status > 299) return { status, problem: 'status' };
  const isRefused = kind !== 'json' && !isAcceptedByRobot(answer);
  return { status, problem: isRefused ? 'refused-by-robot' : null };
}

function sentence(body: string, language: string, timeZone: string): string {
  return robotText(v.parse(webhookBodySchema, JSON.parse(body)), language, timeZone);
}
