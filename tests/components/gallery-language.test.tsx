import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, it } from 'vitest';
import { PHONE_NAMES } from '../../pages/lead/phones/phone-lines.ts';
import { setLocale } from '../../tools/gallery/i18n.ts';
import { STATES } from '../../tools/gallery/states/index.ts';

/** Chinese characters that only mainland China uses. */
const SIMPLIFIED =
  /[话录选择关设备网络码钥让请这时间过还门户应该钟响铃听说读写开业务员问题单号联统计发现认证为无来对点击确删减从与实际处结传输]/u;

/** Pack text and made-up records: they stay in their language whatever the language of the page. */
const DATA = [
  filesIn('scripts', /\.yaml$/),
  filesIn('tools/gallery/states', /\.tsx?$/),
  ...Object.values(PHONE_NAMES),
].join('\n');

function filesIn(folder: string, name: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** Names of formats and keys, and a made-up note id. */
const SHARED = /^(?:JSON|CSV|Excel|Esc|Ctrl|a{40})$/;
const isData = (part: string) => SHARED.test(part) || DATA.includes(part);

/** Simplified characters of a run that no record explains: each stands in a pair of the data. */
function strayCharacters(run: string): readonly string[] {
  return [...run].filter((character, n) => {
    if (!SIMPLIFIED.test(character) || /[定系]/u.test(character)) return false;
    return !isData(run.slice(Math.max(0, n - 1), n + 1)) && !isData(run.slice(n, n + 2));
  });
}

function textsOf(html: string): readonly string[] {
  // What a phone reads is in no language.
  const words = html.replace(/<textarea[^>]* readonly[\s\S]*?<\/textarea>/gi, '');
  const plain = words.replace(/<style[\s\S]*?<\/style>/g, '').replace(/&[a-z#\d]+;/g, ' ');
  const labels = [...plain.matchAll(/(?:aria-label|placeholder|title)="([^"]*)"/g)].map(([, text]) => text);
  return [...labels, ...plain.split(/<[^>]*>/)].flatMap((text) => text?.trim() || []);
}

describe.each(['en', 'zh_TW', 'zh_CN'])('%s', (locale) => {
  afterAll(() => setLocale('zh_CN'));

  it('has no words of another language but in pack text and records', () => {
    setLocale(locale);
    const words = readFileSync(`locales/${locale}.yml`, 'utf8');
    const foreign = locale === 'en' ? /\p{Script=Han}+/gu : /[A-Za-z]{3,}/g;
    const found = new Set<string>();
    for (const { name, Show } of STATES) {
      for (const text of textsOf(renderToString(<Show />))) {
        const strange = (text.match(foreign) ?? []).filter((part) => !isData(part) && !words.includes(part));
        const stray = locale === 'zh_TW' ? strayCharacters(text) : [];
        if (strange.length + stray.length > 0) found.add(`${name}: ${text}`);
      }
    }
    expect([...found]).toEqual([]);
  });
});
