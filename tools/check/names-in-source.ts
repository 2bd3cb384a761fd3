/** Comments, templates, strings and names of TypeScript, in order of appearance. */
const TOKENS =
  /(?<comment>\/\*[\s\S]*?\*\/|\/\/[^\n]*)|(?<regex>(?<=[(,=:[!&|?{};]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*)|(?<template>`(?:\\.|[^`\\])*`)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<name>[A-Za-z_$][\w$]*)/g;

export interface SourceName {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The names in a TypeScript file: identifiers, and strings of one word (ids, CSS classes, message
 * kinds). Sentences in strings are not names.
 */
export function namesInTypeScript(source: string): readonly SourceName[] {
  return [...source.matchAll(TOKENS)].flatMap((match) => {
    const { name, string, template } = match.groups ?? {};
    const line = lineAt(source, match.index);
    if (name !== undefined) return [{ name, line }];
    if (template !== undefined) return namesInTemplate(template).map((found) => ({ name: found, line }));
    const text = string?.slice(1, -1) ?? '';
    return /^[\w-]+$/.test(text) ? [{ name: text, line }] : [];
  });
}

/**
 * CSS classes and custom properties, YAML keys and ids: every word with a letter that is no
 * comment.
 */
export function namesInData(source: string, comment: RegExp): readonly SourceName[] {
  const bare = source.replace(comment, (text) => text.replace(/[^\n]/g, ' '));
  return [
    ...bare.matchAll(/(?<=^|[.\s]|--)[a-z][\w]*(?:[-_]+\w+)+(?![\w-])|(?<=^\s*)[a-zA-Z][\w-]*(?=:)/gm),
  ].map((match) => ({ name: match[0], line: lineAt(source, match.index) }));
}

/**
 * The comment lines of a TypeScript file that are longer than `columns`, by their number from 1.
 */
export function longCommentLines(source: string, columns: number): readonly number[] {
  const lines = source.split('\n');
  const numbers = [...source.matchAll(TOKENS)].flatMap((match) => {
    const text = match.groups?.['comment'];
    if (text === undefined) return [];
    const first = lineAt(source, match.index);
    return text.split('\n').map((_, index) => first + index);
  });
  return numbers.filter((number) => (lines[number - 1] ?? '').length > columns);
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}

/** Names in the `${}` of a template, and CSS classes and ids in its text. */
function namesInTemplate(template: string): readonly string[] {
  const filled = [...template.matchAll(/\$\{([^}]*)\}/g)].flatMap(
    ([, code = '']) => code.match(/[A-Za-z_$][\w$]*/g) ?? [],
  );
  return [...filled, ...(template.match(/[a-z]\w*(?:[-_]{1,2}\w+)+/g) ?? [])];
}
