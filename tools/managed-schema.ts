import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { type Settings, settingsSchema } from '../contract/settings/settings.ts';

/** What an administrator reads beside each setting in the browser's policy page. */
const DESCRIPTIONS: Readonly<Record<keyof Settings, string>> = {
  teamServer: 'Address of the server that the team syncs with, https://',
  sipServer: 'WebSocket address of the SIP server, wss:// (ws:// only to this computer)',
  sipDomain: 'SIP domain: the part of the account behind the @',
  sipUser: 'SIP account: the part before the @',
  sipRealm: 'Realm of the SIP digest, if it is not the domain',
  agentNumber: 'Number that the agent gives to callers (工号)',
  agentName: 'Name that the agent may give to callers',
  role: 'Whose work orders come to this desk, beside its own: agent or hotline-supervisor',
  hotlineName: 'Name of the hotline, as it is said in the greeting',
  cadence: 'Country whose ring rhythm is counted and played',
  stunServer: 'STUN server, stun:host:port; empty for none',
  listenToLine: 'Notice silence, noise and faint voices in the browser; nothing is recorded or sent',
  autoAnswer: 'Answer incoming calls without being asked',
  notReadyAnswer: 'SIP status for calls while the agent is not ready (480, 486, 603), or ring',
  dtmf: 'How keypad tones are sent: in the audio stream (RFC 4733) or as SIP INFO',
  ringerOutput: 'Device on which the ring is heard; empty for the default of the system',
  ringerVolume: 'Loudness of the ring, 0 to 1',
  keepNotesDays:
    'Days after which a note is deleted once it is synced or exported in full; 0 keeps it for ever',
  queueTimeHeader: 'Header of the INVITE that tells the seconds spent in the queue',
};

const propertySchema = v.object({
  type: v.picklist(['string', 'number', 'integer', 'boolean']),
  enum: v.optional(v.array(v.string())),
});

/**
 * Chromium's schema for `storage.managed` (a small part of JSON Schema), from the settings' own
 * schema.
 */
export function managedSchema() {
  // JSON Schema cannot express the check of the server's address;
  // contract/settings/managed-settings.ts does it.
  const { properties } = toJsonSchema(settingsSchema, { errorMode: 'ignore' });
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(DESCRIPTIONS).map(([name, description]) => [
        name,
        { ...v.parse(propertySchema, properties?.[name]), description },
      ]),
    ),
  };
}
