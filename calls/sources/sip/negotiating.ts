/**
 * Methods that carry an offer (RFC 3261 §13, RFC 3311) and a session interval (RFC 4028 §3).
 */
export const NEGOTIATING: ReadonlySet<string> = new Set(['INVITE', 'UPDATE']);
