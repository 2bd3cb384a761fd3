/** Several in one cell stand on lines of their own, or behind semicolons. */
export function linesOf(cell: string): readonly string[] {
  const lines = cell.includes('\n') ? cell.split('\n') : cell.split(/[;；]/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

export function tagsOf(cell: string): readonly string[] {
  return cell.split(/[\s,，、;；]+/).filter((tag) => tag !== '');
}
