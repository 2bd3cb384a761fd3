import type { PhoneIssue, PhoneStatus } from '../../contract/messages/phone-status.ts';

/** What a shift begins with, in the order in which it is mended. */
export const PREFLIGHT_CHECKS = ['storage', 'microphone', 'registration', 'ringer'] as const;

export type PreflightCheck = (typeof PREFLIGHT_CHECKS)[number];

export type PreflightResult =
  | { readonly check: PreflightCheck; readonly state: 'ok' | 'unknown' | 'working' }
  | { readonly check: PreflightCheck; readonly state: 'issue'; readonly issue: PhoneIssue };

/**
 * The phone status as a checklist. It names the first thing to fix: the checks before it passed,
 * those after it are not known yet.
 */
export function preflight(phoneStatus: PhoneStatus): readonly PreflightResult[] {
  if (phoneStatus.status === 'ready') return PREFLIGHT_CHECKS.map((check) => ({ check, state: 'ok' }));
  const failing = phoneStatus.status === 'working' ? 'registration' : checkOf(phoneStatus.issue);
  const at = PREFLIGHT_CHECKS.indexOf(failing);
  return PREFLIGHT_CHECKS.map((check, n): PreflightResult => {
    if (n !== at) return { check, state: n < at ? 'ok' : 'unknown' };
    return phoneStatus.status === 'out'
      ? { check, state: 'issue', issue: phoneStatus.issue }
      : { check, state: 'working' };
  });
}

function checkOf(issue: PhoneIssue): PreflightCheck {
  switch (issue) {
    case 'storage-failed':
    case 'set-up':
    case 'unlock':
      return 'storage';
    case 'microphone-not-asked':
    case 'microphone-not-remembered':
    case 'microphone-denied':
    case 'microphone-missing':
      return 'microphone';
    case 'ringer-silent':
      return 'ringer';
    case 'password-missing':
    case 'password-wrong':
    case 'server-unreachable':
    case 'offline':
    case 'registration-stale':
    case 'account-refused':
    case 'calls-do-not-arrive':
    case 'call-refused':
    case 'page-closed':
    case 'page-silent':
    case 'page-not-registered':
    case 'reports-lost':
    case 'calls-not-reported':
    case 'host-missing':
      return 'registration';
  }
}
