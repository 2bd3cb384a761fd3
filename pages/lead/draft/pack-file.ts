import { parseDocument, stringify } from 'yaml';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ImportRefusal } from '../scripts/scripts-view.ts';
import { readDraft } from './read-draft.ts';

export type ReadFile =
  | { readonly ok: true; readonly draft: Pack }
  | { readonly ok: false; readonly why: ImportRefusal };

/** The shipped pack has 130 kB; a file far beyond any pack is not even looked into. */
const MOST_LETTERS = 2_000_000;
/**
 * Packs written here have no aliases. A few are accepted in a hand-made file, but not enough for an
 * alias bomb.
 */
const MOST_ALIASES = 100;

/**
 * A pack as one YAML document, for a colleague, an archive or an editor with
 * scripts/pack.schema.json.
 */
export function writePackFile(pack: Pack): string {
  const head = '# yaml-language-server: $schema=./pack.schema.json#/$defs/pack\n';
  return head + stringify(pack, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Reads any file that the lead chose. Nothing in it is run, and YAML tags create nothing but plain
 * data.
 */
export function readPackFile(text: string): ReadFile {
  if (text.length > MOST_LETTERS) return { ok: false, why: { why: 'too-large' } };
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent', uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    return { ok: false, why: { why: 'not-yaml', line: error.linePos?.[0].line ?? 1 } };
  }
  const data = plainData(document);
  if (data === null) return { ok: false, why: { why: 'not-yaml', line: 1 } };
  const read = readDraft(data.value);
  return read.ok ? read : { ok: false, why: { why: 'not-sound', problems: read.problems } };
}

/** Null for a document that unfolds into far more than it is. */
function plainData(document: ReturnType<typeof parseDocument>): { readonly value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}
