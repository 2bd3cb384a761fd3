export interface Release {
  readonly version: string;
  /** Folder on one's own web server that will hold the packages; without a slash at the end. */
  readonly url: string;
}

/** What Chromium and Edge ask for updates: the Omaha protocol's answer, as a file. */
export function chromeUpdateXml({ version, url }: Release, extensionId: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${extensionId}">
    <updatecheck codebase="${escapeXml(url)}/sansheng-${version}.crx" version="${version}" prodversionmin="116.0" />
  </app>
</gupdate>
`;
}

/** What Firefox asks for updates. `sha256` is the hash of the xpi, in hex. */
export function firefoxUpdateJson({ version, url }: Release, extensionId: string, sha256: string): string {
  const update = {
    version,
    update_link: `${url}/sansheng-${version}.xpi`,
    update_hash: `sha256:${sha256}`,
  };
  return `${JSON.stringify({ addons: { [extensionId]: { updates: [update] } } }, null, 2)}\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
