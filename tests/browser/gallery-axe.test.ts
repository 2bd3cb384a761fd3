import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../helpers/axe.ts';
import { type OpenGallery, openGallery } from '../helpers/gallery.ts';

let gallery: OpenGallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe('axe finds nothing', () => {
  it('in any state, light and dark, at the narrowest width', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    for (const dark of [false, true]) {
      for (const { name, wide } of gallery.states) {
        await gallery.show(name, { width: wide ? 800 : 320, dark, still: true });
        for (const finding of await axeFindings(gallery.page, dark ? 'colours' : 'all'))
          found.push(`${name}${dark ? ' (dark)' : ''}: ${finding}`);
      }
    }
    expect(found).toEqual([]);
  });
});
