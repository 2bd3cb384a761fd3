import * as v from 'valibot';
import { cadenceCountrySchema } from '../pack/ring-cadence.ts';

const short = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** wss anywhere; ws only to this machine, where nobody can listen in between. */
export function isAllowedServerUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'wss:') return true;
  return protocol === 'ws:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** The team's server by its origin: https anywhere, http only to this machine. Null for anything else. */
export function teamServerOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'https:') return origin;
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? origin : null;
}

/** A STUN server as WebRTC takes it (RFC 7064), or none: anything else would fail every call. */
export function isStunServer(text: string): boolean {
  return text === '' || /^stuns?:(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(text);
}

/** A header name is a token (RFC 3261 §25.1), or empty where the phone system passes nothing. */
export function isHeaderName(text: string): boolean {
  return /^[A-Za-z0-9.!%*_+`'~-]*$/.test(text);
}

export const settingsSchema = v.object({
  /** Origin of the server that the team syncs with; empty where there is none. */
  teamServer: v.optional(
    v.pipe(
      short,
      v.check((url) => url === '' || teamServerOrigin(url) !== null, 'team-server'),
    ),
    '',
  ),
  sipServer: v.optional(
    v.pipe(
      short,
      v.check((url) => url === '' || isAllowedServerUrl(url), 'server-url'),
    ),
    '',
  ),
  /** SIP domain; the part behind the @ of the account. */
  sipDomain: v.optional(short, ''),
  sipUser: v.optional(short, ''),
  /** Realm that the registrar names in its challenge; empty where it is the SIP domain. */
  sipRealm: v.optional(short, ''),
  agentNumber: v.optional(short, ''),
  agentName: v.optional(short, ''),
  /** What this desk owns of the work orders, where there is no team that says so (contract/api/members/work-order-role.ts). */
  role: v.optional(v.picklist(['agent', 'hotline-supervisor']), 'agent'),
  hotlineName: v.optional(short, ''),
  cadence: v.optional(cadenceCountrySchema, 'CN'),
  stunServer: v.optional(v.pipe(short, v.check(isStunServer, 'stun-server')), ''),
  /** Silence, noise and faint voices are noticed in this browser; off, the agent picks scripts by hand. */
  listenToLine: v.optional(v.boolean(), true),
  autoAnswer: v.optional(v.boolean(), false),
  /** What a caller is answered while the agent is not ready; `ring` lets it ring all the same. RFC 3261 §21.4.18, §21.4.24, §21.6.2. */
  notReadyAnswer: v.optional(v.picklist(['480', '486', '603', 'ring']), '480'),
  dtmf: v.optional(v.picklist(['rfc4733', 'info']), 'rfc4733'),
  /** Device id of the ringer's output; empty for the system's default. */
  ringerOutput: v.optional(short, ''),
  /** Days after which a note is deleted, once it is synced or exported in full; 0 keeps it for ever. */
  keepNotesDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650)), 365),
  ringerVolume: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.8),
  /** Name of the header in which the phone system passes the time spent in the queue, in seconds. */
  queueTimeHeader: v.optional(v.pipe(short, v.check(isHeaderName, 'header-name')), 'X-Queue-Time'),
});

/** What the agent or the administrator has set. The SIP secret is not among it (docs/decisions/data-at-rest.md). */
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {});
