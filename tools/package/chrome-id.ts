import { createHash, createPublicKey } from 'node:crypto';

/**
 * Extension id of a public key, as Chromium derives it: SHA-256 of DER, first 16 bytes, a–p for
 * 0–f.
 */
export function chromeId(publicKeyDer: Uint8Array): string {
  const digest = createHash('sha256').update(publicKeyDer).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The id of what is packed with this private key (PEM). */
export function chromeIdOfPackingKey(pem: string): string {
  return chromeId(createPublicKey(pem).export({ type: 'spki', format: 'der' }));
}
