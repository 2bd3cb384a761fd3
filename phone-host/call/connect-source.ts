import type { MediaAccess } from '../../calls/media-access.ts';
import type { JssipSourceConfig, SipCredentials } from '../../calls/sources/jssip/jssip-config.ts';
import { JssipSource } from '../../calls/sources/jssip/jssip-source.ts';
import { isAllowedServerUrl, type Settings } from '../../contract/settings/settings.ts';
import type { SecretReading } from '../../storage/vault/credentials-store.ts';
import type { VaultState } from '../../storage/vault/vault.ts';

/** What is missing before the phone can register, in the order in which it is mended; `complete` when nothing is. */
export type SetUp = 'vault-missing' | 'settings-missing' | 'locked' | 'password-missing' | 'complete';

/** Longest wait for a better ICE candidate than the first: an answer must not wait for a silent STUN server. */
const ICE_BUDGET_MS = 60;

export function setUpOf(vault: VaultState, settings: Settings, secret: SecretReading): SetUp {
  if (vault.state === 'not-set-up') return 'vault-missing';
  const { sipServer, sipDomain, sipUser } = settings;
  if (sipDomain === '' || sipUser === '' || !isAllowedServerUrl(sipServer)) return 'settings-missing';
  if (secret.state === 'locked') return 'locked';
  return secret.state === 'none' ? 'password-missing' : 'complete';
}

/** What a source is made from: another value of these needs another source. */
export type LineSettings = Pick<
  Settings,
  | 'sipServer'
  | 'sipDomain'
  | 'sipUser'
  | 'agentNumber'
  | 'stunServer'
  | 'dtmf'
  | 'autoAnswer'
  | 'queueTimeHeader'
>;

/** A source for the account that is set, or null while something is missing. */
export function connectSource(
  settings: LineSettings,
  secret: SecretReading,
  media: MediaAccess,
  turnAway: JssipSourceConfig['turnAway'],
): JssipSource | null {
  if (secret.state !== 'here' || !isAllowedServerUrl(settings.sipServer)) return null;
  if (settings.sipDomain === '' || settings.sipUser === '') return null;
  return new JssipSource({
    server: settings.sipServer,
    domain: settings.sipDomain,
    user: settings.sipUser,
    credentials: credentialsOf(secret.secret),
    displayName: settings.agentNumber === '' ? null : settings.agentNumber,
    iceServers: settings.stunServer === '' ? [] : [{ urls: settings.stunServer }],
    iceBudgetMs: ICE_BUDGET_MS,
    dtmf: settings.dtmf,
    autoAnswer: settings.autoAnswer,
    turnAway,
    queueTimeHeader: settings.queueTimeHeader === '' ? null : settings.queueTimeHeader,
    media,
    report: ({ problem, detail }) => console.warn(`phone: ${problem}`, detail),
  });
}

function credentialsOf(secret: (SecretReading & { state: 'here' })['secret']): SipCredentials {
  return secret.kind === 'password'
    ? { kind: 'password', password: secret.password }
    : { kind: 'ha1', ha1: secret.ha1, realm: secret.realm };
}
