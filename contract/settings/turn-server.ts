import { serverUrls } from './server-urls.ts';

/** A browser warns from five servers on: each of them slows gathering. */
const MOST = 4;
const URI =
  /^turns?:(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?(?:\?transport=(?:udp|tcp))?$/i;

/**
 * TURN servers as WebRTC takes them (RFC 7065), or none: with anything else
 * the browser would refuse to make a connection, and every call would fail.
 */
export function areTurnServers(text: string): boolean {
  const urls = serverUrls(text);
  return urls.length <= MOST && urls.every(isTurnServer);
}

function isTurnServer(url: string): boolean {
  const [uri, port] = URI.exec(url) ?? [];
  return uri !== undefined && Number(port ?? 3478) >= 1 && Number(port ?? 3478) <= 65_535;
}
