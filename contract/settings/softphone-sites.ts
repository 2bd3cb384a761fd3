import { serverUrls } from './server-urls.ts';
import { isThisComputer } from './this-computer.ts';

/** Most sites of one softphone: its page, and the frames in it. */
const MOST = 10;

/** The origins of the addresses in the setting; what is no web address is left out. */
export function siteOrigins(text: string): readonly string[] {
  const origins = serverUrls(text).flatMap((url) => siteOrigin(url) ?? []);
  return [...new Set(origins)].slice(0, MOST);
}

export function areSites(text: string): boolean {
  const urls = serverUrls(text);
  return urls.length <= MOST && urls.every((url) => siteOrigin(url) !== null);
}

/** https anywhere; http only to this computer, where a page is as safe as the computer. */
function siteOrigin(url: string): string | null {
  const whole = /^[a-z]+:/i.test(url) && !/^localhost:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, origin } = new URL(whole);
  // `*` would name every site in the permission that is asked for.
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])$/.test(hostname)) return null;
  if (protocol === 'https:') return origin;
  return protocol === 'http:' && isThisComputer(hostname) ? origin : null;
}
