import { expect, test } from 'vitest';
import { bindEnrolment } from '../../contract/api/members/enrolment-binding.ts';
import {
  makeEnrolmentSecret,
  readEnrolment,
  writeEnrolmentLink,
} from '../../contract/api/members/read-enrolment.ts';
import { makeSigningKey } from '../../contract/release/ed25519.ts';
import { fingerprintOf, readFingerprint } from '../../contract/release/fingerprint.ts';

const { publicKey: root } = await makeSigningKey();
const fingerprint = await fingerprintOf(root);
const CODE = 'ABCDEFGHJKMNPQRS';
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a fingerprint has four groups of five, and is read however it is typed', () => {
  expect(fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  const typed = fingerprint.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readFingerprint(typed)).toEqual({ ok: true, fingerprint });
  expect(readFingerprint('')).toEqual({ ok: false, reason: 'not-a-fingerprint' });
});

test('each wrong character is noticed, with its group', () => {
  for (const [at, sign] of [...fingerprint].entries()) {
    if (sign === '-') continue;
    for (const other of SIGNS) {
      if (other === sign) continue;
      const typed = fingerprint.slice(0, at) + other + fingerprint.slice(at + 1);
      const group = Math.floor(at / 6) + 1;
      expect(readFingerprint(typed)).toEqual({ ok: false, reason: 'mistyped-group', group });
    }
  }
});

test('two characters or two groups that changed places are noticed', () => {
  for (let at = 0; at + 1 < fingerprint.length; at += 1) {
    const [one = '', other = ''] = [fingerprint[at], fingerprint[at + 1]];
    if (one === other || one === '-' || other === '-') continue;
    const typed = fingerprint.slice(0, at) + other + one + fingerprint.slice(at + 2);
    expect(readFingerprint(typed)).toMatchObject({ reason: 'mistyped-group' });
  }
  const [first = '', second = '', ...rest] = fingerprint.split('-');
  expect(readFingerprint([second, first, ...rest].join('-'))).toMatchObject({ reason: 'mistyped-group' });
});

test('what a lead hands over: a code alone, with a fingerprint, with a key, or a link', () => {
  const secret = makeEnrolmentSecret();
  const server = 'https://team.example.com:8443';
  const link = writeEnrolmentLink({ server, code: CODE, root, secret });
  expect(new URL(link).hash).toContain(secret);
  expect(readEnrolment('abcd-efgh jkmn-pqrs')).toEqual({ ok: true, enrolment: { by: 'code', code: CODE } });
  expect(readEnrolment(`${CODE}-${fingerprint}`)).toEqual({
    ok: true,
    enrolment: { by: 'fingerprint', code: CODE, fingerprint },
  });
  expect(readEnrolment(`${CODE}/${root}`)).toEqual({ ok: true, enrolment: { by: 'root', code: CODE, root } });
  expect(readEnrolment(` ${link}\n`)).toEqual({
    ok: true,
    enrolment: { by: 'link', server, code: CODE, root, secret },
  });
});

test('a mistyped fingerprint names its group; a cut link is no enrolment', () => {
  const wrong = fingerprint[0] === 'A' ? 'B' : 'A';
  expect(readEnrolment(`${CODE} ${wrong}${fingerprint.slice(1)}`)).toEqual({
    ok: false,
    reason: 'mistyped',
    group: 1,
  });
  const link = writeEnrolmentLink({
    server: 'https://x.example',
    code: CODE,
    root,
    secret: makeEnrolmentSecret(),
  });
  for (const bad of [
    '',
    'no code',
    link.slice(0, -1),
    link.replace('#', '?'),
    'https://',
    `${CODE}-${CODE}`,
  ]) {
    expect(readEnrolment(bad)).toEqual({ ok: false, reason: 'bad-code' });
  }
});

test('a binding holds for one secret, organisation, team, member and root only', async () => {
  const secret = makeEnrolmentSecret();
  const enrolment = { organisation: 'o', team: 't', member: 'm', root };
  const binding = await bindEnrolment(secret, enrolment);
  expect(await bindEnrolment(secret, { ...enrolment })).toBe(binding);
  for (const name of ['organisation', 'team', 'member', 'root'] as const) {
    expect(await bindEnrolment(secret, { ...enrolment, [name]: 'other' })).not.toBe(binding);
  }
  expect(await bindEnrolment(makeEnrolmentSecret(), enrolment)).not.toBe(binding);
});
