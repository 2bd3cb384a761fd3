import { describe, expect, test } from 'vitest';
import { hotlineOfCall } from '../../../rules/hotlines/hotline-of-call.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { hotlinePack } from '../../helpers/hotline-pack.ts';

const pack = hotlinePack();
const called = (...calledNumbers: string[]) =>
  hotlineOfCall({ direction: 'inbound', calledNumbers }, pack)?.id ?? null;

describe('the hotline of a call', () => {
  test.each([
    ['as in the pack', '400 100 2000', 'sales'],
    ['without spaces', '4001002000', 'sales'],
    ['with dashes', '400-100-2000', 'sales'],
    ['with the country', '+864001002000', 'sales'],
    ['with the country and 00', '00864001002000', 'sales'],
    ['in full-width digits', '４００１００３０００', 'service'],
    ['a SIP user', 'sales', 'sales'],
    ['a SIP user in capitals, as some registrars make it', 'SALES', 'sales'],
    ['a beginning, from abroad', '+862160002345', 'sales'],
    ['a beginning, from the country', '02160002345', 'sales'],
    ['the longer of two beginnings', '+862160001234', 'service'],
    ['another number', '4001004000', null],
    ['a longer number', '40010020001', null],
    ['another SIP user', 'sales2', null],
    ['an empty text', '', null],
    ['hostile text', '*', null],
  ])('is found by a number %s', (_, number, id) => {
    expect(called(number)).toBe(id);
  });

  test('is that of the first number that is one: what was dialled goes before what rings', () => {
    expect(called('4001003000', '4001002000')).toBe('service');
    expect(called('0283', 'unknown', '4001002000')).toBe('sales');
  });

  test('is none for an outbound call, without a number, and in a pack without hotlines', () => {
    expect(hotlineOfCall({ direction: 'outbound', calledNumbers: ['sales'] }, pack)).toBeNull();
    expect(hotlineOfCall({ direction: 'inbound' }, pack)).toBeNull();
    expect(hotlineOfCall({ direction: 'inbound', calledNumbers: ['sales'] }, loadPack())).toBeNull();
  });
});
