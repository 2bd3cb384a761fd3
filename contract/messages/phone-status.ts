/**
 * Ready only while the registrar answered recently, a microphone is present and permitted, and the
 * ringer can sound; otherwise it names the first thing to fix.
 */
export type PhoneStatus =
  | { readonly status: 'ready'; readonly confirmedAt: number }
  | { readonly status: 'working'; readonly doing: 'starting' | 'registering' | 'reconnecting' }
  | { readonly status: 'out'; readonly issue: PhoneIssue };

/**
 * `not-remembered`: allowed once, and the browser will ask again where nobody can see the
 * question.
 */
export type MicrophoneState = 'granted' | 'not-asked' | 'not-remembered' | 'denied' | 'missing';

export type PhoneIssue =
  | 'set-up'
  | 'unlock'
  | 'password-missing'
  | 'password-wrong'
  | 'server-unreachable'
  | 'offline'
  | 'registration-stale'
  | `microphone-${Exclude<MicrophoneState, 'granted'>}`
  | 'ringer-silent'
  | 'host-missing'
  | 'storage-failed';
