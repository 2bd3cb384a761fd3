import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../pages/options/agents/passphrase-strength.ts';
import { isLongEnough } from '../../../storage/keys/agent-keys.ts';

describe('the strength hint', () => {
  it.each([
    ['', 'too-short'],
    ['abc123', 'too-short'],
    ['aaaaaaaaaaaa', 'weak'],
    ['0123456789', 'weak'],
    ['qwerty1234', 'weak'],
    ['月亮月亮月亮月亮月亮', 'weak'],
    ['河边三棵柳树', 'too-short'],
    ['plum-kettle', 'fair'],
    ['河边三棵柳树今年开花', 'strong'],
    ['plum kettle on the roof', 'strong'],
  ])('calls %s %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
    // The page and the store agree on the minimum length.
    expect(isLongEnough(passphrase)).toBe(strength !== 'too-short');
  });
});
