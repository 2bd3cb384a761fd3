import { browserLanguage, loadWords } from '../../browser/load-words.ts';
import { createCallSource } from '../../calls/sources/create-call-source.ts';
import { HOST_LOCK } from '../../contract/messages/host-message.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import type { SessionKey } from '../../pages/session/page-session.ts';
import { rulesContextOf } from '../../pages/session/rules-context-of.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import { type HostContext, startPhoneHost } from '../../phone-host/start-phone-host.ts';
import { openStores } from '../../storage/open-stores.ts';
import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

type Browser = Pick<HostContext, 'ask' | 'loadSettings' | 'microphone' | 'openMicrophone'> & {
  readonly session: (key: SessionKey) => SessionSecrets;
};

/**
 * Runs the phone host in this context until the context ends. There is one host a profile: a second
 * one waits until the first has ended.
 */
export async function runPhoneHost({ session, ...browser }: Browser): Promise<void> {
  await navigator.locks.request(HOST_LOCK, async () => {
    const stores = await openStores({
      vaultSession: session('vault'),
      sipSession: session('sip-secret'),
      now: () => Date.now(),
    });
    const language = browserLanguage();
    const words = await loadWords(language);
    await startPhoneHost({
      ...browser,
      ...{ stores, words, createSource: createCallSource },
      packs: await PagePacks.open(stores.packs),
      team: new TeamLog(stores),
      rulesContext: (settings) => rulesContextOf(settings, language, words),
    });
    // The lock is held until the document is closed.
    await new Promise(() => {});
  });
}
