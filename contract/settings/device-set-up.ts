import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** What a team prescribes; the rest of the settings belongs to one person or one computer. */
const TEAM_SETTINGS = [
  ...['phoneSource', 'softphoneSites', 'sipServer', 'sipFallbackServers', 'sipDomain', 'sipRealm'],
  ...['hotlineName', 'cadence', 'ringback', 'stunServer', 'turnServer', 'turnCredentials'],
  ...['listenToLine', 'autoAnswer', 'trustCallerIdentity', 'answerOnRequest', 'notReadyAnswer', 'dtmf'],
  ...['keepNotesDays', 'lockAfterMinutes', 'queueTimeHeader', 'calledNumberFrom', 'calledNumberHeader'],
] as const satisfies readonly (keyof Settings)[];

const teamSettingsSchema = v.pick(settingsSchema, TEAM_SETTINGS);

export const sipAccountSchema = v.strictObject({
  user: v.pipe(boundedText(200), v.trim(), v.minLength(1)),
  password: v.pipe(boundedText(200), v.minLength(1)),
});

/** What an enrolment link brings to a new device besides its membership. */
export const deviceSetUpSchema = v.strictObject({
  settings: teamSettingsSchema,
  /** Null: the lead has no SIP account for this member. */
  account: v.nullable(sipAccountSchema),
});

export type SipAccount = Readonly<v.InferOutput<typeof sipAccountSchema>>;
export type DeviceSetUp = Readonly<v.InferOutput<typeof deviceSetUpSchema>>;

/** Of the settings of a lead, who sets the team's up in the own browser. */
export function teamSettings(settings: Settings): DeviceSetUp['settings'] {
  return v.parse(teamSettingsSchema, settings);
}
