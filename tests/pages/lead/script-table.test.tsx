import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { handbookPage } from '../../../pages/lead/scripts/handbook-page.ts';
import { ScriptImport } from '../../../pages/lead/scripts/script-import.tsx';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();
const shown = (rows: readonly (readonly string[])[]) =>
  renderToString(
    <ScriptImport
      file="话术.xlsx"
      rows={rows}
      view={{ pack, language: 'zh-CN' }}
      onApply={() => {}}
      onForget={() => {}}
    />,
  );

test('the preview names what the columns mean, each bad cell, and what the draft would gain', () => {
  const html = shown([
    ['场景', '话术', '序号'],
    ['空调漏水', '请您先关掉电源。', '1'],
    ['', '您好{nobody}', '2'],
  ]);
  expect(html).toMatch(/<option selected value="text">|value="text" selected/);
  expect(html).toContain('空调漏水');
  expect(html).toContain('您好{nobody}');
  expect(html).toContain('3');
});

test('a cell is text, never markup', () => {
  const html = shown([
    ['场景', '<img src=x onerror=alert(1)>'],
    ['<b>甲</b>', '话术'],
  ]);
  expect(html).not.toMatch(/<img|<b>/);
});

test.each(['zh-CN', 'zh-TW', 'en'] as const)(
  'the handbook in %s has every situation, and no markup of a text',
  (language) => {
    const hostile = {
      ...pack,
      situations: pack.situations.map((one) => ({
        ...one,
        title: { ...one.title, [language]: '<script>"&\'' },
      })),
    };
    const html = handbookPage(pack, language);
    expect(html.match(/<article>/g)).toHaveLength(pack.situations.length);
    for (const { title } of pack.situations)
      expect(html).toContain(title[language]?.replaceAll("'", '&#39;'));
    expect(html).toContain("default-src 'none'");
    expect(handbookPage(hostile, language)).not.toContain('<script');
  },
);
