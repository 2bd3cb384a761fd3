import { parse } from 'yaml';

/** Dotted keys and their messages in a file of locales/, as WXT flattens them. */
export function localeMessages(yaml: string): Map<string, string> {
  return flatten(parse(yaml), '');
}

function flatten(tree: unknown, path: string): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  if (typeof tree !== 'object' || tree === null) throw new Error(`Not a message: ${path}`);
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => [...flatten(value, path === '' ? key : `${path}.${key}`)]),
  );
}
