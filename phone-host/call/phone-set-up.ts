import type { SourceAccount } from '../../calls/call-source.ts';
import type { PhoneAccount, SipCredentials } from '../../calls/phone-account.ts';
import { PAGE_READERS } from '../../calls/sources/tap/softphone-page.ts';
import type { TurnAccount } from '../../calls/sources/turn-account.ts';
import type { Adapter } from '../../contract/pack/adapter.ts';
import { ipPhoneAddress } from '../../contract/settings/ip-phone.ts';
import { serverUrls } from '../../contract/settings/server-urls.ts';
import { isAllowedServerUrl, type Settings } from '../../contract/settings/settings.ts';
import { siteOrigins } from '../../contract/settings/softphone-sites.ts';
import type { PhoneFacts } from '../../rules/ring/fold-phone-status.ts';
import type { SecretReading } from '../../storage/vault/credentials-store.ts';
import type { VaultState } from '../../storage/vault/vault.ts';

type SetUp = Exclude<PhoneFacts['setUp'], 'starting'>;

/** What is missing before the phone can register, in the order in which the agent sets it up. */
export function setUpOf(vault: VaultState, settings: Settings, secret: SecretReading): SetUp {
  if (vault.state === 'not-set-up') return 'vault-missing';
  if (settings.phoneSource === 'web-softphone') {
    return siteOrigins(settings.softphoneSites).length === 0 ? 'settings-missing' : 'complete';
  }
  if (settings.phoneSource === 'phone-events') return 'complete';
  if (!isAccountSet(settings)) return 'settings-missing';
  if (settings.phoneSource === 'ip-phone' && ipPhoneOf(settings) === null) return 'settings-missing';
  if (secret.state === 'locked') return 'locked';
  return secret.state === 'none' ? 'password-missing' : 'complete';
}

/**
 * The account that is set, the sites, or the desk phone; null while something is missing. Without
 * its secret a TURN server is not used: calls may do without.
 */
export function accountOf(
  settings: Settings,
  secret: SecretReading,
  turnSecret: string | null,
  adapters: readonly Adapter[] = [],
): SourceAccount | null {
  if (settings.phoneSource === 'web-softphone') {
    const sites = siteOrigins(settings.softphoneSites);
    return sites.length === 0 ? null : { sites, ...readingOf(settings, adapters) };
  }
  if (settings.phoneSource === 'phone-events') return { reports: 'by-http' };
  if (secret.state !== 'here' || !isAccountSet(settings)) return null;
  const account: PhoneAccount = {
    server: settings.sipServer,
    fallbackServers: serverUrls(settings.sipFallbackServers),
    domain: settings.sipDomain,
    user: settings.sipUser,
    credentials: credentialsOf(secret.secret),
    displayName: settings.agentNumber === '' ? null : settings.agentNumber,
    iceServers: settings.stunServer === '' ? [] : [{ urls: settings.stunServer }],
    turn: turnOf(settings, turnSecret),
    dtmf: settings.dtmf,
    autoAnswer: settings.autoAnswer,
    trustCallerIdentity: settings.trustCallerIdentity,
    answerOnRequest: settings.answerOnRequest,
    queueTimeHeader: settings.queueTimeHeader === '' ? null : settings.queueTimeHeader,
    calledNumber: { source: settings.calledNumberFrom, header: settings.calledNumberHeader },
  };
  if (settings.phoneSource === 'sip') return account;
  const ipPhone = ipPhoneOf(settings);
  return ipPhone === null ? null : { ipPhone, over: account };
}

function ipPhoneOf({ ipPhone, sipDomain }: Settings): string | null {
  return ipPhoneAddress(ipPhone, sipDomain);
}

function readingOf({ softphoneAdapter, softphoneReaders }: Settings, adapters: readonly Adapter[]) {
  const adapter = adapters.find(({ id }) => id === softphoneAdapter) ?? null;
  const wanted = PAGE_READERS.filter((reader) => softphoneReaders.split(' ').includes(reader));
  const [first] = softphoneReaders.split(' ');
  const readers = wanted.toSorted((one, other) => Number(other === first) - Number(one === first));
  // Their audio is the last resort: it is read only where the others see nothing.
  return adapter === null ? { adapter } : { adapter, readers: [...readers, 'media' as const] };
}

function turnOf(settings: Settings, secret: string | null): TurnAccount | null {
  const { turnServer, turnUser, turnCredentials, sipUser } = settings;
  if (turnServer === '' || secret === null) return null;
  return {
    ...{ urls: serverUrls(turnServer), user: turnUser === '' ? sipUser : turnUser },
    ...{ credentials: turnCredentials, secret },
  };
}

function isAccountSet({ sipServer, sipDomain, sipUser }: Settings): boolean {
  return sipDomain !== '' && sipUser !== '' && isAllowedServerUrl(sipServer);
}

function credentialsOf(secret: (SecretReading & { state: 'here' })['secret']): SipCredentials {
  return secret.kind === 'password'
    ? { kind: 'password', password: secret.password }
    : { kind: 'ha1', ha1: secret.ha1, realm: secret.realm };
}
