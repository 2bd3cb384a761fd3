import { parseParams, splitOutside } from '../sip/header-values.ts';
import { header, type SipRequest } from '../sip/message.ts';
import type { Dialogs } from './dialogs.ts';

/** The dialog that a call is to replace, as Replaces names it (RFC 3891 §6.1). */
interface Replaced {
  readonly callId: string;
  readonly tags: readonly [string, string];
  readonly earlyOnly: boolean;
}

/** What RFC 3891 §3 answers to a call that is to replace another; null if it may. */
export function replacesVerdict(
  request: SipRequest,
  dialogs: Pick<Dialogs, 'stateOf'>,
): { readonly status: number; readonly reason?: string } | null {
  const value = header(request, 'replaces');
  if (value === undefined) return null;
  const replaced = readReplaces(value);
  if (replaced === null) return { status: 400, reason: 'Bad replaces header' };
  switch (dialogs.stateOf(replaced.callId, replaced.tags)) {
    case 'ended':
      return { status: 603 };
    case 'confirmed':
      return replaced.earlyOnly ? { status: 486 } : null;
    case 'ringing-there':
      return null;
    case 'ringing-here':
    case undefined:
      return { status: 481 };
  }
}

function readReplaces(value: string): Replaced | null {
  const [callId = '', ...parts] = splitOutside(value, ';');
  const params = parseParams(parts);
  const [to, from] = [params.get('to-tag'), params.get('from-tag')];
  if (callId === '' || to === undefined || from === undefined) return null;
  return { callId, tags: [to, from], earlyOnly: params.has('early-only') };
}
