/** Hands the agent a file, as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken its copy once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
