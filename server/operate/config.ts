import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type IsProxy, trustedProxies } from '../http/trusted-proxies.ts';
import { databaseAddress } from './database-address.ts';

const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
);
const whole = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.maxValue(most));

/** Addresses and CIDR ranges. */
const addresses = v.optional(
  v.pipe(
    list,
    v.check((named) => trustedProxies(named) !== null),
  ),
  '',
);

/** Environment variables, described in docs/deploy.md. */
const environmentSchema = v.object({
  DATABASE_URL: v.optional(databaseAddress),
  DATABASE_APP_URL: v.optional(databaseAddress),
  DATABASE_LISTEN_URL: v.optional(databaseAddress),
  DATABASE_ROUTES: v.optional(v.pipe(v.string(), v.minLength(1))),
  ERASURE_DATABASE_URL: v.optional(databaseAddress),
  DATA_DIRECTORY: v.optional(v.pipe(v.string(), v.minLength(1))),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(whole(65_535), '8330'),
  PHONE_EVENTS_PORT: v.optional(whole(65_535)),
  PHONE_EVENTS_HOST: v.optional(v.string(), '0.0.0.0'),
  DATABASE_CONNECTIONS: v.optional(v.pipe(whole(1_000), v.minValue(2)), '16'),
  ALLOWED_ORIGINS: v.optional(list, ''),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16))),
  TRUSTED_PROXIES: addresses,
  ISSUER_ADDRESSES: addresses,
  WEBHOOK_ADDRESSES: addresses,
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

export interface Config {
  readonly database:
    | { readonly kind: 'embedded'; readonly directory: string }
    /** Several clusters: the file says in which an organisation is. */
    | { readonly kind: 'routes'; readonly file: string }
    | {
        readonly kind: 'url';
        /** The owner's, for migrations only. */
        readonly owner: string;
        /** Of a role that owns nothing, maybe through a pooler; null: made from the owner's. */
        readonly app: string | null;
        /** The same role, directly; null: as `app`. */
        readonly listen: string | null;
      };
  /** A second database, for what a restore must not bring back. */
  readonly erasures: string | null;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where phones report their calls; null: nowhere. */
  readonly phoneEvents: { readonly host: string; readonly port: number } | null;
  readonly connections: number;
  readonly allowedOrigins: readonly string[];
  readonly metricsToken: string | null;
  /** From these X-Forwarded-For is read. */
  readonly isProxy: IsProxy;
  /** Private addresses at which a company's issuer may be. */
  readonly isIssuerAddress: IsProxy;
  /** Private addresses that webhooks may have. */
  readonly isWebhookAddress: IsProxy;
  readonly logLevel: string;
}

/** Throws an error that names the invalid variables. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(environmentSchema, environment);
  if (!parsed.success) {
    const names = new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? ''));
    throw new Error(`These environment variables are not understood: ${[...names].join(', ')}.`);
  }
  const { DATABASE_URL: url, DATA_DIRECTORY: directory, ...rest } = parsed.output;
  const { DATABASE_APP_URL: app = null, DATABASE_LISTEN_URL: listen = null } = rest;
  const { DATABASE_ROUTES: file, ERASURE_DATABASE_URL: erasures = null } = rest;
  const others = [url, app, listen, erasures].filter((one) => (one ?? null) !== null);
  if (file !== undefined && others.length > 0)
    throw new Error('DATABASE_ROUTES holds every address: set no other one beside it.');
  const embedded = { kind: 'embedded', directory: directory ?? defaultDirectory(environment) } as const;
  return {
    database:
      file !== undefined
        ? { kind: 'routes', file }
        : url === undefined
          ? embedded
          : { kind: 'url', owner: url, app, listen },
    erasures,
    host: rest.HOST,
    port: rest.PORT,
    phoneEvents:
      rest.PHONE_EVENTS_PORT === undefined
        ? null
        : { host: rest.PHONE_EVENTS_HOST, port: rest.PHONE_EVENTS_PORT },
    connections: rest.DATABASE_CONNECTIONS,
    allowedOrigins: rest.ALLOWED_ORIGINS,
    metricsToken: rest.METRICS_TOKEN ?? null,
    isProxy: trustedProxies(rest.TRUSTED_PROXIES) ?? (() => false),
    isIssuerAddress: trustedProxies(rest.ISSUER_ADDRESSES) ?? (() => false),
    isWebhookAddress: trustedProxies(rest.WEBHOOK_ADDRESSES) ?? (() => false),
    logLevel: rest.LOG_LEVEL,
  };
}

/** Under root, PostgreSQL runs as a user who cannot enter root's home. */
function defaultDirectory(environment: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/sansheng';
  const base =
    environment['XDG_DATA_HOME'] ?? environment['LOCALAPPDATA'] ?? join(homedir(), '.local', 'share');
  return join(base, 'sansheng');
}
