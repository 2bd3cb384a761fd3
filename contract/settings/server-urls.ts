/** Addresses in one setting, separated by spaces or line breaks. */
export function serverUrls(text: string): readonly string[] {
  return text.split(/\s+/).filter((url) => url !== '');
}
