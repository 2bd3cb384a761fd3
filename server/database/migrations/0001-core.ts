import { type Kysely, sql } from 'kysely';
import { APP_ROLE, protect } from '../protect.ts';

/** Never edited once released. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `do $$ begin
        if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `do $$ begin
        if not pg_has_role(current_user, '${APP_ROLE}', 'member') then grant ${APP_ROLE} to current_user; end if;
      end $$`,
    )
    .execute(db);
  for (const [table, within, columns] of TABLES) {
    await sql.raw(`create table ${table} (${columns})`).execute(db);
    await protect(db, table, within);
  }
  for (const index of INDEXES) await sql.raw(`create ${index}`).execute(db);
  await sql
    .raw(
      `create policy jobs on organisations for select using (current_setting('app.job', true) = 'list-organisations')`,
    )
    .execute(db);
}

const TABLES = [
  ['organisations', 'organisation', 'org text primary key, name text not null, made_at bigint not null'],
  [
    'organisation_secrets',
    'organisation',
    `org text primary key, number_key text not null, oidc_issuer text, oidc_client text, oidc_claim text`,
  ],
  [
    'teams',
    'organisation',
    `org text not null, team text not null, name text not null, retention_days int, made_at bigint not null,
     primary key (org, team)`,
  ],
  [
    'members',
    'organisation',
    `org text not null, member text not null, team text not null, number text not null, name text not null,
     role text not null, joined_at bigint not null, left_at bigint, oidc_subject text,
     primary key (org, member)`,
  ],
  [
    'enrolment_codes',
    'organisation',
    `org text not null, code_hash text not null, member text not null, made_by text not null,
     expires_at bigint not null, used_at bigint, primary key (org, code_hash)`,
  ],
  [
    'sign_in_nonces',
    'organisation',
    'org text not null, nonce_hash text not null, expires_at bigint not null, primary key (org, nonce_hash)',
  ],
  [
    'devices',
    'organisation',
    `org text not null, device text not null, member text not null, label text not null, token_hash text not null,
     made_at bigint not null, last_used_at bigint, revoked_at bigint, primary key (org, device)`,
  ],
  [
    'team_counters',
    'team',
    'org text not null, team text not null, seq bigint not null, primary key (org, team)',
  ],
  [
    'records',
    'team',
    `org text not null, team text not null, kind text not null, id text not null, seq bigint not null,
     revision bigint not null, owner text, at bigint not null, subject text, number_keys text[] not null, body text,
     primary key (org, team, kind, id)`,
  ],
  [
    'note_versions',
    'team',
    `org text not null, team text not null, note text not null, revision bigint not null, device text not null,
     device_revision bigint not null, fields text not null, sent text, overruled text, at bigint not null,
     primary key (org, team, note, revision)`,
  ],
  [
    'audit_log',
    'team',
    `org text not null, id text not null, team text not null, at bigint not null, member text not null,
     action text not null, detail jsonb, primary key (org, id)`,
  ],
] as const;

const INDEXES = [
  // A number belongs to one agent at a time and is free again when the agent leaves.
  'unique index members_number on members (org, team, number) where left_at is null',
  'index members_team on members (org, team)',
  'index devices_member on devices (org, member)',
  'index enrolment_codes_member on enrolment_codes (org, member)',
  'index records_seq on records (org, team, seq)',
  'index records_subject on records (org, team, subject) where subject is not null',
  'index records_at on records (org, team, kind, at)',
  'index records_numbers on records using gin (number_keys)',
  'index audit_log_at on audit_log (org, team, at)',
];
