import type { Rows } from '../database.ts';
import type { Bytes } from './bytes.ts';
import { lockKey, unlockKey } from './passphrase-lock.ts';
import { makeKeyPair } from './public-key-box.ts';
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts';

type AgentKeys = Rows['keys'];

/**
 * In Unicode characters. A thief with the profile folder can guess as fast as the hardware allows.
 */
const SHORTEST_PASSPHRASE = 10;

type UnlockResult =
  | { readonly ok: true; readonly by: 'passphrase' | 'recovery-code'; readonly privateKey: Bytes }
  | { readonly ok: false; readonly reason: 'wrong-passphrase' }
  /** It looks like a recovery code, but this group (from 1) has a typing error. */
  | { readonly ok: false; readonly reason: 'mistyped-recovery-code'; readonly group: number };

/** The same without the key, for callers outside the vault. */
export type VaultUnlock =
  | Omit<Extract<UnlockResult, { ok: true }>, 'privateKey'>
  | Extract<UnlockResult, { ok: false }>
  | { readonly ok: false; readonly reason: 'not-set-up' };

export function isLongEnough(passphrase: string): boolean {
  return Array.from(passphrase.normalize('NFKC')).length >= SHORTEST_PASSPHRASE;
}

/** The recovery code is shown once, to be printed; only the key it locks is stored. */
export async function makeAgentKeys(
  agent: string,
  label: string,
  passphrase: string,
): Promise<{ keys: AgentKeys; recoveryCode: string; privateKey: Bytes }> {
  const { publicKey, privateKey } = await makeKeyPair();
  const recoveryCode = makeRecoveryCode();
  const [byPassphrase, byRecoveryCode] = await Promise.all([
    lockKey(passphrase, privateKey, purpose(agent, 'passphrase')),
    lockKey(recoveryCode, privateKey, purpose(agent, 'recovery-code')),
  ]);
  return { keys: { agent, label, publicKey, byPassphrase, byRecoveryCode }, recoveryCode, privateKey };
}

/** `typed` is the passphrase or the recovery code. */
export async function unlockAgentKeys(keys: AgentKeys, typed: string): Promise<UnlockResult> {
  const code = readRecoveryCode(typed);
  if (code.ok) {
    const lock = purpose(keys.agent, 'recovery-code');
    const privateKey = await unlockKey(code.code, keys.byRecoveryCode, lock);
    if (privateKey !== null) return { ok: true, by: 'recovery-code', privateKey };
  }
  const privateKey = await unlockKey(typed, keys.byPassphrase, purpose(keys.agent, 'passphrase'));
  if (privateKey !== null) return { ok: true, by: 'passphrase', privateKey };
  if (!code.ok && code.reason === 'mistyped-group') {
    return { ok: false, reason: 'mistyped-recovery-code', group: code.group };
  }
  return { ok: false, reason: 'wrong-passphrase' };
}

export async function withPassphrase(
  keys: AgentKeys,
  privateKey: Bytes,
  passphrase: string,
): Promise<AgentKeys> {
  const byPassphrase = await lockKey(passphrase, privateKey, purpose(keys.agent, 'passphrase'));
  return { ...keys, byPassphrase };
}

/** The old recovery code stops working. */
export async function withNewRecoveryCode(
  keys: AgentKeys,
  privateKey: Bytes,
): Promise<{ keys: AgentKeys; recoveryCode: string }> {
  const recoveryCode = makeRecoveryCode();
  const byRecoveryCode = await lockKey(recoveryCode, privateKey, purpose(keys.agent, 'recovery-code'));
  return { keys: { ...keys, byRecoveryCode }, recoveryCode };
}

function purpose(agent: string, by: 'passphrase' | 'recovery-code'): string {
  return `sansheng agent key 1 ${agent} ${by}`;
}
