import { isPlaceholderName, type PlaceholderName } from './placeholders.ts';

/** A piece of a sentence: plain text or a placeholder. */
export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: PlaceholderName };

/** A sentence parsed by the rules of placeholders.ts. */
export type TemplatePart =
  | TemplatePiece
  | { readonly kind: 'optional'; readonly pieces: readonly TemplatePiece[] };

export type Template =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  | { readonly ok: false; readonly reason: 'bad-part' }
  | { readonly ok: false; readonly reason: 'unknown-placeholder'; readonly name: string };

const TOKEN = /\{([^{}[\]]*)\}|[{}[\]]|[^{}[\]]+/g;

/** Parses a sentence of a pack in linear time. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  let open: TemplatePiece[] | null = null;
  for (const [token, name] of text.matchAll(TOKEN)) {
    if (token === '[') {
      if (open !== null) return { ok: false, reason: 'bad-part' };
      open = [];
    } else if (token === ']') {
      if (open === null || open.every(({ kind }) => kind === 'text'))
        return { ok: false, reason: 'bad-part' };
      parts.push({ kind: 'optional', pieces: open });
      open = null;
    } else if (token === '{' || token === '}') {
      return { ok: false, reason: 'bad-part' };
    } else if (name === undefined) {
      (open ?? parts).push({ kind: 'text', text: token });
    } else if (isPlaceholderName(name)) {
      (open ?? parts).push({ kind: 'placeholder', name });
    } else {
      return { ok: false, reason: 'unknown-placeholder', name };
    }
  }
  return open === null ? { ok: true, parts } : { ok: false, reason: 'bad-part' };
}
