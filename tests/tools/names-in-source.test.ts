import { expect, test } from 'vitest';
import { longCommentLines, namesInData, namesInTypeScript } from '../../tools/check/names-in-source.ts';

const names = (source: string) => namesInTypeScript(source).map(({ name }) => name);

test('identifiers, ids in strings and CSS classes in templates are names', () => {
  expect(names("const openShop = 'shop-field';")).toEqual(['const', 'openShop', 'shop-field']);
  expect(names(['const of = `nose-$', '{bulbOf(x)}`;'].join(''))).toEqual(
    expect.arrayContaining(['bulbOf', 'x']),
  );
  expect(names('`status-line__bulb`')).toContain('status-line__bulb');
});

test('comments and sentences in strings are no names', () => {
  expect(names("// the shop\n/* the shop */ test('opens the shop', run);")).toEqual(['test', 'run']);
});

test('a comment mark in a template does not hide what follows', () => {
  const source = ['origins: [`$', '{origin}/*`],\nconst shop = 1;'].join('');
  expect(namesInTypeScript(source)).toContainEqual({ name: 'shop', line: 2 });
});

test('CSS classes and YAML keys are names', () => {
  expect(namesInData('.shop-row { color: red }', /\/\*[\s\S]*?\*\//g)).toContainEqual({
    name: 'shop-row',
    line: 1,
  });
  expect(namesInData('  chore: agent', /#[^\n]*/g)).toContainEqual({ name: 'chore', line: 1 });
});

test('only lines of comments count as long', () => {
  const long = 'x'.repeat(101);
  expect(longCommentLines(`// ${long}\nconst a = '${long}';\n/*\n ${long}\n*/`, 100)).toEqual([1, 4]);
});
