/**
 * An offer with its video, and whatever else is no audio, at port 0, so that the browser declines it
 * (RFC 3264 §6): this phone shows no pictures, and must not promise to take them.
 */
export function declineVideo(sdp: string): string {
  const [session = '', ...sections] = sdp.split(/^(?=m=)/m);
  const declined = sections.filter((section) => !section.startsWith('m=audio'));
  if (declined.length === 0) return sdp;
  const mids = declined.flatMap((section) => /^a=mid:(\S+)/m.exec(section)?.[1] ?? []);
  const bundled = session.replace(
    /^(a=group:BUNDLE)(.*?)(\r?)$/m,
    (_line, name: string, all: string, end) => {
      const left = all.split(' ').filter((mid) => mid !== '' && !mids.includes(mid));
      return `${[name, ...left].join(' ')}${end}`;
    },
  );
  const closed = sections.map((section) =>
    section.startsWith('m=audio')
      ? section
      : section.replace(/^(m=\S+) \d+(\/\d+)?/, '$1 0').replace(/^a=bundle-only\r?\n/m, ''),
  );
  return [bundled, ...closed].join('');
}
