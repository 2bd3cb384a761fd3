import { readDescription, writeDescription } from './media-sections.ts';

const HELD: ReadonlyMap<string, string> = new Map([
  ['a=sendrecv', 'a=sendonly'],
  ['a=recvonly', 'a=inactive'],
]);
const DIRECTION = /^a=(?:sendrecv|sendonly|recvonly|inactive)\s*$/;

/** A description of a side that has put the call on hold: it never says that it will receive. */
export function onHold(sdp: string): string {
  const description = readDescription(sdp);
  if (description === null) return sdp;
  const general = description.session.find((line) => DIRECTION.test(line))?.trim() ?? 'a=sendrecv';
  return writeDescription({
    session: description.session,
    media: description.media.map((section) => {
      const own = section.lines.find((line) => DIRECTION.test(line))?.trim() ?? general;
      const direction = HELD.get(own) ?? own;
      const lines = section.lines.filter((line) => !DIRECTION.test(line));
      return { ...section, lines: [...lines, direction] };
    }),
  });
}
