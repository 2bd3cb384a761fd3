import { expect, test } from 'vitest';
import { areSites, siteOrigins } from '../../contract/settings/softphone-sites.ts';

test.each([
  ['https://phone.example.com/app?x=1#y', ['https://phone.example.com']],
  ['phone.example.com', ['https://phone.example.com']],
  [
    'https://a.example  https://a.example/2\nhttps://b.example:8443/',
    ['https://a.example', 'https://b.example:8443'],
  ],
  ['http://localhost:5060/', ['http://localhost:5060']],
])('%j names its origins', (text, origins) => {
  expect(areSites(text)).toBe(true);
  expect(siteOrigins(text)).toEqual(origins);
});

test.each([
  ...['http://phone.example.com', 'file:///etc', 'javascript:alert(1)', 'data:text/html,x', 'https://'],
  ...['*', 'https://*', 'https://*.example.com'],
])('%j names no site', (text) => {
  expect(siteOrigins(text)).toEqual([]);
  expect(areSites(text)).toBe(false);
});
