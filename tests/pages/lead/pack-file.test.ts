import { describe, expect, it } from 'vitest';
import { readPackFile, writePackFile } from '../../../pages/lead/draft/pack-file.ts';
import { problemsOfDraft } from '../../../pages/lead/draft/read-draft.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();

describe('a pack as a file', () => {
  it('comes back as it went out', () => {
    expect(readPackFile(writePackFile(pack))).toEqual({ ok: true, draft: pack });
  });

  it('may be unfinished: the draft comes back with its problems', () => {
    const unfinished = { ...pack, settings: { ...pack.settings, ringLimit: 0 } };
    const read = readPackFile(writePackFile(unfinished));
    expect(read).toEqual({ ok: true, draft: unfinished });
    expect(problemsOfDraft(unfinished)).toMatchObject([
      { path: ['settings', 'ringLimit'], reason: { kind: 'range', min: 1, max: 10, got: '0' } },
    ]);
  });

  it.each([
    ['no YAML at all', 'a: [1, 2', 'not-yaml'],
    ['two keys of one name', 'id: a\nid: b', 'not-yaml'],
    ['a list instead of a pack', '- 1\n- 2', 'not-sound'],
    ['nothing', '', 'not-sound'],
    ['a picture', '\u0000PNG\r\n\u001a\u0007', 'not-sound'],
    ['a pack with a field that is none', `${writePackFile(pack)}\nrun: rm -rf`, 'not-sound'],
    [
      'a key that reaches for the prototype',
      `${writePackFile(pack)}\n__proto__: { admin: true }`,
      'not-sound',
    ],
    ['a tag that would make a function', `${writePackFile(pack)}\nx: !!js/function 'alert'`, 'not-sound'],
    ['far too much', `id: ${'a'.repeat(2_000_001)}`, 'too-large'],
  ])('is refused when it is %s', (_what, text, why) => {
    expect(readPackFile(text)).toMatchObject({ ok: false, why: { why } });
  });

  it('is refused when it unfolds into far more than it is', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n += 1) bomb.push(`a${n}: &a${n} [${`*a${n - 1}, `.repeat(10)}]`);
    expect(readPackFile(bomb.join('\n'))).toMatchObject({ ok: false, why: { why: 'not-yaml' } });
  });

  it('says in which line it cannot be read', () => {
    expect(readPackFile('id: a\nversion: 1.0.0\n  settings: {')).toMatchObject({
      why: { why: 'not-yaml', line: 2 },
    });
  });
});

describe('a draft', () => {
  it('has problems of shape and of sense told at once, each with its place', () => {
    const [first] = pack.situations;
    if (first === undefined) throw new Error('an empty pack');
    const draft = {
      ...pack,
      situations: pack.situations.with(0, {
        ...first,
        title: { ...first.title, en: '' },
        techniques: ['no-such-card'],
      }),
    };
    expect(problemsOfDraft(draft).map(({ path }) => path.join('.'))).toEqual([
      'situations.0.title.en',
      'situations.0.techniques.0',
    ]);
  });
});
