import { expect, test } from 'vitest';
import { splitEnrolment } from '../../contract/api/members/enrolment.ts';

const ROOT = 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3'.slice(0, 43).padEnd(43, '_');

test('a code may bring the root of its team along, behind a slash', () => {
  expect(splitEnrolment(`abcd-efgh-jkmn-pqrs/${ROOT}`)).toEqual({ code: 'ABCDEFGHJKMNPQRS', root: ROOT });
  expect(splitEnrolment(' ABCD EFGH JKMN PQRS ')).toEqual({ code: 'ABCDEFGHJKMNPQRS', root: null });
});

test('what is no root is none, and what is no code is none', () => {
  expect(splitEnrolment('ABCD-EFGH-JKMN-PQRS/short')).toMatchObject({ root: null });
  expect(splitEnrolment(`/${ROOT}`)).toEqual({ code: null, root: ROOT });
});
