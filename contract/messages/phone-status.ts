import type { SourceNotice, SourceProblem } from '../../calls/call-source.ts';

/**
 * Ready only while the registrar answered recently, a microphone is present and permitted, and the
 * ringer can sound; otherwise it names the first thing to fix.
 */
export type PhoneStatus = (
  | { readonly status: 'ready'; readonly confirmedAt: number; readonly proof: ReadyProof }
  | { readonly status: 'working'; readonly doing: 'starting' | 'registering' | 'reconnecting' }
  | { readonly status: 'out'; readonly issue: PhoneIssue }
) & {
  /** Calls are answered, dialled and ended in another program. */
  readonly watchOnly?: true;
};

/**
 * What the readiness rests on: our own OPTIONS came back through the registrar, as a call would; or
 * the registrar only confirmed our binding.
 */
export type ReadyProof = 'calls-arrive' | 'registered';

/** How often each thing went wrong without ending a call, since the phone host started. */
export type ProblemCounts = Readonly<Partial<Record<SourceProblem['problem'], number>>>;

/**
 * `not-remembered`: allowed once, and the browser will ask again where nobody can see the
 * question.
 */
export type MicrophoneState = 'granted' | 'not-asked' | 'not-remembered' | 'denied' | 'missing';

/**
 * What works less well than it should while calls are possible. The host tries each again by
 * itself, and at once when the agent asks. `voice-silent`: the other side cannot be heard.
 * `tone-silent`: nor can ringback or the busy tone. `line-not-analysed`: no audio reaches the
 * analyser.
 */
export type PhoneNotice =
  | SourceNotice
  | 'voice-silent'
  | 'tone-silent'
  | 'line-not-analysed'
  /** Chosen and not connected: the system's default is used. */
  | 'chosen-microphone-missing'
  | 'chosen-speaker-missing'
  | 'chosen-ringer-missing';

export type PhoneIssue =
  | 'set-up'
  | 'unlock'
  | 'password-missing'
  | 'password-wrong'
  | 'server-unreachable'
  | 'offline'
  | 'registration-stale'
  /** The phone system does not let this account register. */
  | 'account-refused'
  /** Registered, but no call would come here. */
  | 'calls-do-not-arrive'
  /** A call just now could not ring, because no phone like this could have answered it. */
  | 'call-refused'
  | `microphone-${Exclude<MicrophoneState, 'granted'>}`
  | 'ringer-silent'
  | 'host-missing'
  /** Of a softphone in a web page. */
  | 'page-closed'
  | 'page-silent'
  | 'page-not-registered'
  /** The team's server, which passes on what the phone reports, is not connected. */
  | 'reports-lost'
  /** The phone system does not report the calls of the desk phone. */
  | 'calls-not-reported'
  | 'storage-failed';
