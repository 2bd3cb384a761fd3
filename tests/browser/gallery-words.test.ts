import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenGallery, openGallery } from '../helpers/gallery.ts';

/** Chinese characters that only mainland China uses. */
const SIMPLIFIED =
  /[话录选择关设备网络码钥让请这时间过还门户应该钟响铃听说读写开业务员问题单号联统计发现认证为无来对点击确删减从与实际处结传输]/u;

let gallery: OpenGallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

/** Pack text and made-up records: they stay in their language whatever the language of the page. */
const DATA = [filesIn('scripts', /\.yaml$/), filesIn('tools/gallery/states', /\.ts$/)].join('\n');

function filesIn(folder: string, name: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** Runs in the page: the visible texts, and what is wrong with their boxes. */
const LOOK = `(() => {
  const texts = [], faults = [], boxes = [];
  const viewport = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.data.trim();
    const element = node.parentElement;
    if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    // Text for screen readers only stands in a box of one pixel.
    const hidden = element.closest('.visually-hidden, .sr-only') !== null || element.clientWidth === 1;
    if (hidden || box.width < 2) continue;
    texts.push(text);
    let scrolls = false;
    for (let up = element; up !== null && !scrolls; up = up.parentElement) {
      const { overflowX } = getComputedStyle(up);
      scrolls = overflowX === 'auto' || overflowX === 'scroll';
      const clips = overflowX === 'hidden' || overflowX === 'clip' || up.localName === 'button';
      const edge = up.getBoundingClientRect();
      if (clips && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) {
        faults.push({ kind: 'clipped', text });
        break;
      }
    }
    if (!scrolls && (box.right > viewport + 1.5 || box.left < -1.5)) faults.push({ kind: 'outside', text });
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    if (hit !== null && (hit === element || element.contains(hit) || hit.contains(element)))
      boxes.push({ text, element, box });
  }
  for (const [n, one] of boxes.entries())
    for (const other of boxes.slice(n + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width > 3 && height > 5) faults.push({ kind: 'overlaps', text: one.text + ' | ' + other.text });
    }
  return JSON.stringify({ texts, faults });
})()`;

interface Look {
  readonly texts: readonly string[];
  readonly faults: readonly { readonly kind: string; readonly text: string }[];
}

async function look(state: string, locale: string, width: number): Promise<Look> {
  await gallery.show(state, { width, height: 700, locale, still: true });
  return JSON.parse(String(await gallery.page.evaluate(LOOK)));
}

const panelStates = () => gallery.states.filter(({ wide }) => !wide).map(({ name }) => name);
const isData = (part: string) => DATA.includes(part);

describe.each(['en', 'zh_TW', 'zh_CN'])('%s', (locale) => {
  it.each([320, 400, 560])(
    'shows every text whole and apart from others at %i px',
    async (width) => {
      const found: string[] = [];
      for (const state of panelStates()) {
        const { faults } = await look(state, locale, width);
        // A long text of the data may end in an ellipsis; a word of the UI may not.
        for (const { kind, text } of faults)
          if (kind !== 'clipped' || !isData(text)) found.push(`${state}: ${kind}: ${text}`);
      }
      expect(found).toEqual([]);
    },
    180_000,
  );

  it('has no words of another language but in pack text and records', async () => {
    const words = readFileSync(`locales/${locale}.yml`, 'utf8');
    const foreign = locale === 'en' ? /\p{Script=Han}+/gu : /[A-Za-z]{3,}/g;
    const found = new Set<string>();
    for (const state of gallery.states.map(({ name }) => name)) {
      const { texts } = await look(state, locale, 400);
      for (const text of texts) {
        const strange = (text.match(foreign) ?? []).some((part) => !isData(part) && !words.includes(part));
        const simplified =
          locale === 'zh_TW' && SIMPLIFIED.test(text.replace(/[定系]/gu, '')) && !isData(text);
        if (strange || (simplified && !isDataInPieces(text))) found.add(`${state}: ${text}`);
      }
    }
    expect([...found]).toEqual([]);
  }, 180_000);
});

/** A line put together of records and words, such as a date with a note. */
function isDataInPieces(text: string): boolean {
  return (text.match(/\p{Script=Han}+/gu) ?? []).every((run) => !SIMPLIFIED.test(run) || isData(run));
}
