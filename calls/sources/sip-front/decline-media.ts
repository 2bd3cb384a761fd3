import { attributes, type MediaSection, readDescription, writeDescription } from './media-sections.ts';
import { isAnswerable } from './offer-check.ts';

/**
 * The offer with every section refused (port 0) but the first that a browser can answer with audio:
 * video, a fax image, plain RTP beside encrypted audio. A browser would refuse the whole offer for
 * one of them, open video that nobody sees, or play a second audio in place of the first.
 */
export function declineMedia(sdp: string): string {
  const description = readDescription(sdp);
  if (description === null) return sdp;
  const kept = description.media.findIndex((section) => isAnswerable(section, description.session));
  if (kept === 0 && description.media.length === 1) return sdp;
  const own = description.media.slice(kept, kept + 1).flatMap(({ lines }) => attributes(lines, 'mid'));
  const others = description.media.flatMap(({ lines }) => attributes(lines, 'mid'));
  const mids = new Set(others.filter((mid) => !own.includes(mid)));
  return writeDescription({
    session: description.session.flatMap((line) => withoutMids(line, mids)),
    media: description.media.map((section, index) => (index === kept ? section : refuse(section))),
  });
}

/** Inactive too: a direction left there would hide that the audio is on hold. */
function refuse(section: MediaSection): MediaSection {
  const lines = section.lines.filter((line) => !REPLACED.test(line));
  return { ...section, port: 0, lines: [...lines, 'a=inactive'] };
}

const REPLACED = /^a=(?:sendrecv|sendonly|recvonly|inactive|bundle-only)\s*$/;

/** A refused section leaves its group (RFC 9143 §7.2.1). */
function withoutMids(line: string, mids: ReadonlySet<string>): readonly string[] {
  if (!line.startsWith('a=group:BUNDLE')) return [line];
  const [, ...members] = line.trim().split(/\s+/);
  const left = members.filter((mid) => !mids.has(mid));
  return left.length === 0 ? [] : [['a=group:BUNDLE', ...left].join(' ')];
}
