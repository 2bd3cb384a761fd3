import { type Kysely, sql } from 'kysely';

/**
 * Adds what order numbers begin with: the team's number in its organisation, and the place of a
 * device among all that its team ever had. Those that exist get theirs in the order in which they
 * were made. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table teams add column number integer not null default 0`.execute(db);
  await sql`alter table devices add column place integer not null default 0`.execute(db);
  await sql`alter table team_counters add column devices integer not null default 0`.execute(db);
  const tables = ['teams', 'devices', 'members', 'team_counters'];
  // Row security binds the owner too, and nothing would be updated.
  for (const table of tables)
    await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  await sql`update teams set number = n.number from
    (select org, team, row_number() over (partition by org order by made_at, team) as number from teams) n
    where n.org = teams.org and n.team = teams.team`.execute(db);
  await sql`update devices set place = n.place from
    (select d.org, d.device, row_number() over (partition by d.org, m.team order by d.made_at, d.device) as place
      from devices d join members m on m.org = d.org and m.member = d.member) n
    where n.org = devices.org and n.device = devices.device`.execute(db);
  await sql`update team_counters set devices = n.devices from
    (select m.org, m.team, max(d.place) as devices
      from devices d join members m on m.org = d.org and m.member = d.member group by m.org, m.team) n
    where n.org = team_counters.org and n.team = team_counters.team`.execute(db);
  for (const table of tables) await sql`alter table ${sql.table(table)} force row level security`.execute(db);
}
