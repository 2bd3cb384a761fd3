/** Addresses in one setting, separated by spaces, line breaks or the commas of either script. */
export function serverUrls(text: string): readonly string[] {
  return text.split(/(?:\s|[，、]|,(?=\s|$|[a-z]+:))+/i).filter((url) => url !== '');
}
