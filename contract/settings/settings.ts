import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';
import { cadenceCountrySchema } from '../pack/ring-cadence.ts';
import { readFingerprint } from '../release/fingerprint.ts';
import { ipPhoneAddress } from './ip-phone.ts';
import { isScreenPopTemplate } from './screen-pop.ts';
import { serverUrls } from './server-urls.ts';
import { areSites } from './softphone-sites.ts';
import { isThisComputer } from './this-computer.ts';
import { areTurnServers } from './turn-server.ts';

const short = v.pipe(boundedText(200), v.trim());
const zeroToOne = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A setting that everybody may leave out: its description, its schema, its default. */
function setting<const Schema extends v.GenericSchema, const Default extends v.InferInput<Schema>>(
  description: string,
  schema: Schema,
  unset: Default,
) {
  return v.optional(v.pipe(schema, v.description(description)), unset);
}

/** wss anywhere; ws only to this machine, where nobody can listen in between. */
export function isAllowedServerUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'wss:') return true;
  return protocol === 'ws:' && isThisComputer(hostname);
}

/**
 * The team's server by its origin: https anywhere, http only to this machine. Null for anything
 * else.
 */
export function teamServerOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'https:') return origin;
  return protocol === 'http:' && isThisComputer(hostname) ? origin : null;
}

/** The key itself, 32 bytes as base64url, or its fingerprint. */
function isRoot(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text) || readFingerprint(text).ok;
}

/** A STUN server as WebRTC takes it (RFC 7064), or none: anything else would fail every call. */
export function isStunServer(text: string): boolean {
  return text === '' || /^stuns?:(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(text);
}

/** A header name is a token (RFC 3261 §25.1), or empty where the phone system passes nothing. */
export function isHeaderName(text: string): boolean {
  return /^[A-Za-z0-9.!%*_+`'~-]*$/.test(text);
}

/**
 * Every setting with its default. Administrators read the descriptions in the browser's policy page
 * (tools/managed-schema.ts).
 */
export const settingsSchema = v.object({
  teamServer: setting(
    'Origin of the server that the team syncs with, https://; empty for none',
    v.pipe(
      short,
      v.check((url) => url === '' || teamServerOrigin(url) !== null, 'team-server'),
    ),
    '',
  ),
  teamRoot: setting(
    "Public key or fingerprint of the root that signs the team's list of signers; empty: the user compares it",
    v.pipe(
      short,
      v.check((root) => root === '' || isRoot(root), 'team-root'),
    ),
    '',
  ),
  phoneSource: setting(
    'Where the calls are: the SIP account of this extension (sip), a softphone in a web page that it rides along with (web-softphone), a desk phone whose calls the phone system reports to the SIP account (ip-phone), or a desk phone or PBX that reports its calls to the team server (phone-events)',
    v.picklist(['sip', 'web-softphone', 'ip-phone', 'phone-events']),
    'sip',
  ),
  softphoneSites: setting(
    'Addresses of the softphone in a web page, and of the frame in which it runs if that has another, separated by spaces; for phoneSource web-softphone',
    v.pipe(boundedText(2000), v.check(areSites, 'softphone-sites')),
    '',
  ),
  softphoneAdapter: setting(
    'Id of the adapter in the script pack that says how the product in these pages shows its calls; empty: by its SIP alone',
    v.pipe(short, v.regex(/^[a-z0-9-]*$/)),
    '',
  ),
  softphoneReaders: setting(
    'How calls in these pages are read, the way that speaks first: by the SIP of the page (sip), by the events of the product (adapter)',
    v.picklist(['sip adapter', 'adapter sip', 'adapter', 'sip']),
    'sip adapter',
  ),
  ipPhone: setting(
    'Extension or SIP address of the desk phone, whose dialog events (RFC 4235) the SIP account subscribes to; for phoneSource ip-phone',
    v.pipe(
      short,
      v.check((phone) => phone === '' || ipPhoneAddress(phone, 'localhost') !== null, 'ip-phone'),
    ),
    '',
  ),
  sipServer: setting(
    'WebSocket address of the SIP server, wss:// (ws:// only to this computer)',
    v.pipe(
      short,
      v.check((url) => url === '' || isAllowedServerUrl(url), 'server-url'),
    ),
    '',
  ),
  sipFallbackServers: setting(
    'WebSocket addresses of the SIP servers that are tried after it, in order, separated by spaces',
    v.pipe(
      boundedText(2000),
      v.check((urls) => serverUrls(urls).every(isAllowedServerUrl), 'server-url'),
    ),
    '',
  ),
  sipDomain: setting('SIP domain: the part of the account after the @', short, ''),
  sipUser: setting('SIP account: the part before the @', short, ''),
  sipRealm: setting('Realm in the challenge of the registrar; empty if it is the SIP domain', short, ''),
  agentNumber: setting('Number that the agent gives to callers (工号)', short, ''),
  agentName: setting('Name of the agent; callers do not hear it', short, ''),
  role: setting(
    'Whose stages of work orders this workstation acts on, without a team: agent or hotline-supervisor',
    v.picklist(['agent', 'hotline-supervisor']),
    'agent',
  ),
  hotlineName: setting('Name of the hotline, as the greeting says it', short, ''),
  cadence: setting('Country whose ring cadence is counted and played', cadenceCountrySchema, 'CN'),
  ringback: setting(
    'Ringing tone that the agent hears on outbound calls: a country, auto (by SIP domain, then cadence) or off',
    v.picklist(['auto', 'off', ...cadenceCountrySchema.options]),
    'auto',
  ),
  stunServer: setting(
    'STUN server, stun:host:port; empty for none',
    v.pipe(short, v.check(isStunServer, 'stun-server')),
    '',
  ),
  turnServer: setting(
    'TURN servers of one account, turn:host:port or turns:host:port?transport=tcp, separated by spaces; empty for none',
    v.pipe(v.string(), v.maxLength(1000), v.check(areTurnServers, 'turn-server')),
    '',
  ),
  turnUser: setting('Account at the TURN server; empty for the SIP account', short, ''),
  turnCredentials: setting(
    'long-term: the agent types the password of the account; time-limited: the secret shared with the server, from which names and passwords with an expiry are made',
    v.picklist(['long-term', 'time-limited']),
    'long-term',
  ),
  listenToLine: setting(
    'Detect silence, noise and faint voices in the browser; nothing is recorded or sent',
    v.boolean(),
    true,
  ),
  autoAnswer: setting('Answer incoming calls without being asked', v.boolean(), false),
  trustCallerIdentity: setting(
    'Show the caller that the SIP server asserts (P-Asserted-Identity, Remote-Party-ID) instead of From',
    v.boolean(),
    true,
  ),
  answerOnRequest: setting(
    'Answer calls that the SIP server marks so (answer-after, alert-autoanswer, Answer-Mode), if the agent is ready; needs trustCallerIdentity',
    v.boolean(),
    false,
  ),
  /** RFC 3261 §21.4.18, §21.4.24, §21.6.2. */
  notReadyAnswer: setting(
    'SIP status for calls while the agent is not ready (480, 486, 603), or ring',
    v.picklist(['480', '486', '603', 'ring']),
    '480',
  ),
  dtmf: setting(
    'How keypad tones are sent: in the audio stream (rfc4733) or as SIP INFO (info)',
    v.picklist(['rfc4733', 'info']),
    'rfc4733',
  ),
  ringerOutput: setting("Device id of the ringer's output; empty for the system's default", short, ''),
  microphone: setting("Device id of the microphone; empty for the system's default", short, ''),
  voiceOutput: setting(
    "Device id of the output of callers' voices; empty for the system's default",
    short,
    '',
  ),
  voiceVolume: setting("Volume of callers' voices, 0 to 1", zeroToOne, 1),
  echoCancellation: setting("Remove the caller's voice from the microphone's sound", v.boolean(), true),
  noiseSuppression: setting("Reduce noise in the microphone's sound", v.boolean(), true),
  autoGainControl: setting("Keep the microphone's level even", v.boolean(), true),
  keepNotesDays: setting(
    'Days after which a note is deleted once it is synced or exported in full; 0 keeps it forever',
    wholeNumber(0, 3650),
    365,
  ),
  lockAfterMinutes: setting(
    'Minutes without use after which the notes are locked, never in a call or wrap-up; off: never',
    v.picklist(['off', '5', '10', '15', '30', '60']),
    '30',
  ),
  ringerVolume: setting('Volume of the ring, 0 to 1', zeroToOne, 0.8),
  screenPopAt: setting(
    'When the page about the caller is opened: off, ring (behind the page in front) or answer',
    v.picklist(['off', 'ring', 'answer']),
    'off',
  ),
  screenPopPage: setting(
    'Address of the page about the caller, https://, with {number}, {name}, {order}, {agent}; empty for none',
    v.pipe(
      boundedText(1000),
      v.trim(),
      v.check((page) => page === '' || isScreenPopTemplate(page), 'screen-pop'),
    ),
    '',
  ),
  queueTimeHeader: setting(
    'Header of the INVITE with the seconds that the caller spent in the queue',
    v.pipe(short, v.check(isHeaderName, 'header-name')),
    'X-Queue-Time',
  ),
  calledNumberFrom: setting(
    'Where the number stands that the caller dialled: auto (Diversion, History-Info, To, Request-URI in this order) or one of them',
    v.picklist(['auto', 'to', 'request-uri', 'diversion', 'history-info', 'header']),
    'auto',
  ),
  calledNumberHeader: setting(
    'Header of the INVITE with the number that the caller dialled, where calledNumberFrom is header',
    v.pipe(short, v.check(isHeaderName, 'header-name')),
    'P-Called-Party-ID',
  ),
});

/**
 * What the agent or the administrator has set, without the SIP secret
 * (docs/decisions/data-at-rest.md).
 */
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {});
