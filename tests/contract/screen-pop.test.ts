import { describe, expect, test } from 'vitest';
import { isScreenPopTemplate, screenPopUrl } from '../../contract/settings/screen-pop.ts';

const CALLER = { number: '+8613900002244', name: '王', order: '3-261130-AF-12', agent: '0283' };

describe('the address of the page about a caller', () => {
  test.each([
    ['https://crm.example.com/find?tel={number}', 'https://crm.example.com/find?tel=%2B8613900002244'],
    [
      'https://crm.example.com/{order}/{agent}#{name}',
      'https://crm.example.com/3-261130-AF-12/0283#%E7%8E%8B',
    ],
    [
      'http://localhost:8080/?n={number}&n2={number}',
      'http://localhost:8080/?n=%2B8613900002244&n2=%2B8613900002244',
    ],
    ['https://crm.example.com/', 'https://crm.example.com/'],
  ])('%s', (template, url) => {
    expect(screenPopUrl(template, CALLER)).toBe(url);
  });

  test.each([
    'http://crm.example.com/{number}',
    'javascript:alert({number})',
    'data:text/html,{name}',
    'file:///{number}',
    'chrome-extension://abc/{number}',
    'https://{name}.example.com/',
    'https://{name}@example.com/',
    'https://example.com:{agent}/',
    'https://crm.example.com/?p={password}',
    'https://crm.example.com/?p={}',
    'crm.example.com/{number}',
    '',
  ])('%s is none', (template) => {
    expect(isScreenPopTemplate(template)).toBe(false);
    expect(screenPopUrl(template, CALLER)).toBeNull();
  });

  test.each([
    ['number', '139&admin=1#x'],
    ['number', '../../delete'],
    ['name', '"><script>alert(1)</script>'],
    ['name', '{agent}'],
    ['name', 'a\r\nb\u0000'],
    ['name', 'half \ud83d'],
    ['order', '?a=b/c\\d@evil.example.com'],
  ] as const)('a hostile %s changes nothing else: %s', (field, text) => {
    const url = screenPopUrl('https://crm.example.com/a/{number}?n={name}&o={order}&g={agent}', {
      ...CALLER,
      [field]: text,
    });
    const { origin, searchParams, pathname, hash } = new URL(url ?? '');
    expect([origin, [...searchParams.keys()], hash]).toEqual([
      'https://crm.example.com',
      ['n', 'o', 'g'],
      '',
    ]);
    expect(pathname.split('/')).toHaveLength(3);
    expect(searchParams.get('g')).toBe('0283');
  });
});
