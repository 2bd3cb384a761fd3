const WIDE = /[０-９Ａ-Ｚａ-ｚ]/g;

/** The words of a query as they are searched; an input method may write letters and digits wide. */
export function queryWords(query: string): readonly string[] {
  const plain = query.replace(WIDE, (sign) => sign.normalize('NFKC'));
  return plain.toLowerCase().trim().split(/\s+/).filter(Boolean);
}
