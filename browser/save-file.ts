/** Downloads what was made as a file. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the blob after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
