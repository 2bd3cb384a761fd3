import { canonicalJson } from '../../release/canonical-json.ts';

/** What a lead's browser binds a link to: a server cannot enrol its device elsewhere. */
export interface BoundEnrolment {
  readonly organisation: string;
  readonly team: string;
  readonly member: string;
  /** Public key of the team's root. */
  readonly root: string;
}

/**
 * HMAC-SHA-256 in hex. The secret is only in the link, which no server sees; the server stores the
 * binding and hands it to the device that enrols.
 */
export async function bindEnrolment(secret: string, enrolment: BoundEnrolment): Promise<string> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8(secret), algorithm, false, ['sign']);
  const { organisation, team, member, root } = enrolment;
  const text = `sansheng enrolment 1 ${canonicalJson({ organisation, team, member, root })}`;
  const binding = await crypto.subtle.sign('HMAC', key, utf8(text));
  return Array.from(new Uint8Array(binding), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
