/**
 * Shows the parts of the page that have all words that were typed, in their own words: headings,
 * labels, hints and choices. False: no part has them.
 */
export function searchParts(page: Element, typed: string): boolean {
  const parts = [...page.querySelectorAll<HTMLElement>('.options__part')];
  for (const part of parts) {
    part.hidden = !hasWords(typed, part.textContent);
    if (part.hidden || typed.trim() === '') continue;
    for (const folded of part.querySelectorAll('details'))
      if (hasWords(typed, folded.textContent)) folded.open = true;
  }
  return parts.some((part) => !part.hidden);
}

/** Capitals and full-width signs are as good as plain ones. */
export function hasWords(typed: string, text: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').toLowerCase();
  const here = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => here.includes(word));
}
