/** The first of `step-1`, `step-2`… that no entry has: names that nobody has to think of, and that stay when texts change. */
export function freshId(stem: string, entries: readonly { readonly id: string }[]): string {
  const used = new Set(entries.map(({ id }) => id));
  let n = 1;
  while (used.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}
