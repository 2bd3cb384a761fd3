import { answerPings } from '../../browser/host-pulse.ts';
import { browserLanguage, loadWords } from '../../browser/load-words.ts';
import { isPrivateContext } from '../../browser/private-context.ts';
import { softphonePages } from '../../browser/softphone-pages.ts';
import { createCallSource } from '../../calls/sources/create-call-source.ts';
import { withTimeLimit } from '../../calls/timing/time-limit.ts';
import type { HostFailure } from '../../contract/messages/background-request.ts';
import { HOST_LOCK } from '../../contract/messages/host-message.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import type { SessionKey } from '../../pages/session/page-session.ts';
import { rulesContextOf } from '../../pages/session/rules-context-of.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import { type HostContext, startPhoneHost } from '../../phone-host/start-phone-host.ts';
import { pack as shipped } from '../../scripts/pack.yaml';
import { openStores } from '../../storage/open-stores.ts';
import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

type Browser = Pick<HostContext, 'ask' | 'loadSettings' | 'microphone' | 'openMicrophone' | 'connected'> & {
  readonly session: (key: SessionKey) => SessionSecrets;
};

export interface RunningHost {
  /** Resolves when it was stopped, or could not start. */
  readonly ended: Promise<void>;
  /** Ends calls and registration, closes the stores and releases the lock. */
  stop(): Promise<void>;
}

/** Longer than any start that was measured; a store that does not answer is given up then. */
const STARTS_WITHIN_MS = 30_000;
/** The host before this one holds the lock for a moment after its document was closed. */
const LOCK_WITHIN_MS = 10_000;
const STOPS_WITHIN_MS = 5000;

/**
 * Runs the phone host in this context until it is stopped or the context ends. There is one host a
 * profile. One that cannot start says so to the background, which makes the next one.
 */
export function runPhoneHost(context: Browser): RunningHost {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  const pulse = answerPings();
  const lockLimit = AbortSignal.timeout(LOCK_WITHIN_MS);
  const signal = AbortSignal.any([stopping.signal, lockLimit]);
  const run = navigator.locks.request(HOST_LOCK, { signal }, async () => {
    const undo: Step[] = [];
    const undoLater = (step: Step) => {
      // A start that took too long and goes on all the same leaves nothing open.
      if (stopping.signal.aborted) void step();
      else undo.push(step);
    };
    try {
      const starting = startHost(context, undoLater, stopping.signal);
      await withTimeLimit(STARTS_WITHIN_MS, starting, 'the start of the phone host');
      pulse.running();
      void context.ask({ to: 'background', kind: 'host-started' });
      await stopped;
    } finally {
      stopping.abort();
      for (const step of undo.reverse()) await step();
    }
  });
  const ended = run
    .catch(async (error: unknown) => {
      // Stopped before it had started.
      if (isAbort(error)) return;
      console.error('phone host: could not start', error);
      await context.ask({ to: 'background', kind: 'host-failed', reason: failureOf(error) });
    })
    .finally(() => pulse.stop());
  return {
    ended,
    async stop() {
      stopping.abort();
      await withTimeLimit(STOPS_WITHIN_MS, ended, 'the stop of the phone host');
    },
  };
}

type Step = () => void | Promise<void>;

/** `undoLater` gets the steps that take back what was started so far, also if the start fails. */
async function startHost(
  { session, loadSettings, ...browser }: Browser,
  undoLater: (step: Step) => void,
  signal: AbortSignal,
): Promise<void> {
  const stores = await failingAs(
    'store',
    openStores({
      vaultSession: session('vault'),
      sipSession: session('sip-secret'),
      now: () => Date.now(),
    }),
  );
  undoLater(() => stores.close());
  const language = browserLanguage();
  const words = await loadWords(language);
  const packs = await failingAs('store', PagePacks.open(stores.packs, shipped));
  undoLater(() => packs.close());
  const team = new TeamLog(stores);
  undoLater(() => team.close());
  const host = await startPhoneHost({
    ...browser,
    ...{ stores, words, packs, team, signal, createSource: createCallSource(softphonePages) },
    loadSettings: () => failingAs('settings', loadSettings()),
    rulesContext: (settings) => rulesContextOf(settings, language, words, packs.pack),
  });
  undoLater(() => host.stop());
}

class StartError extends Error {
  readonly reason: HostFailure;

  constructor(reason: HostFailure, cause: unknown) {
    super(`the ${reason} could not be read`, { cause });
    this.reason = reason;
  }
}

async function failingAs<T>(reason: HostFailure, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StartError(reason, error);
  }
}

function failureOf(error: unknown): HostFailure {
  if (isPrivateContext()) return 'private';
  return error instanceof StartError ? error.reason : 'other';
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
