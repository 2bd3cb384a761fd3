import { createHash } from 'node:crypto';

/** What the agent's phone proves in an Authorization header. */
export interface DigestCheck {
  readonly authorization: string;
  readonly method: string;
  readonly user: string;
  readonly password: string;
  readonly algorithm: 'MD5' | 'SHA-256';
}

/** Parameters of a Digest header; quoted values unescaped (RFC 3261 §25.1). */
export function digestFields(header: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, plain] of header.matchAll(
    /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g,
  ))
    fields.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  return fields;
}

/** RFC 7616 §3.4.1, for `qop=auth` and without qop. */
export function isProof({ authorization, method, user, password, algorithm }: DigestCheck): boolean {
  const field = (name: string) => digestFields(authorization).get(name) ?? '';
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  // Some servers hash a realm with its escapes, others without them.
  const realms = [field('realm'), /realm\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(authorization)?.[1] ?? ''];
  const request = hash(`${method}:${field('uri')}`);
  const middle =
    field('qop') === ''
      ? field('nonce')
      : `${field('nonce')}:${field('nc')}:${field('cnonce')}:${field('qop')}`;
  const proofs = realms.map((realm) => hash(`${hash(`${user}:${realm}:${password}`)}:${middle}:${request}`));
  return field('username') === user && proofs.includes(field('response'));
}
