/** One `m=` section of a session description, RFC 8866 §5.14. */
export interface MediaSection {
  readonly kind: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  /** The lines after `m=`, without their line ends. */
  readonly lines: readonly string[];
}

export interface SessionDescription {
  /** The lines before the first `m=`. */
  readonly session: readonly string[];
  readonly media: readonly MediaSection[];
}

/** A session description by its sections; null if it is not one. */
export function readDescription(sdp: string): SessionDescription | null {
  const lines = sdp.split(/\r\n|\r|\n/).filter((line) => line !== '');
  if (lines[0]?.trim() !== 'v=0' || !lines.every((line) => /^[a-z]=/.test(line))) return null;
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  const media: MediaSection[] = [];
  for (const [index, start] of starts.entries()) {
    const section = readSection(lines.slice(start, starts[index + 1]));
    if (section === null) return null;
    media.push(section);
  }
  return { session: lines.slice(0, starts[0]), media };
}

function readSection([first = '', ...lines]: readonly string[]): MediaSection | null {
  const match = /^m=(\S+) +(\d{1,5})(?:\/\d{1,5})? +(\S+)(.*)$/.exec(first);
  const [, kind, port, protocol, formats] = match ?? [];
  if (kind === undefined || protocol === undefined || formats === undefined) return null;
  if (Number(port) > 65_535) return null;
  const list = formats
    .trim()
    .split(/\s+/)
    .filter((format) => format !== '');
  return { kind, port: Number(port), protocol, formats: list, lines };
}

/** The values of an attribute, `a=name:value`; an attribute without value gives an empty one. */
export function attributes(lines: readonly string[], name: string): readonly string[] {
  const start = `a=${name}`;
  return lines.flatMap((line) => {
    if (line.trimEnd() === start) return [''];
    return line.startsWith(`${start}:`) ? [line.slice(start.length + 1).trim()] : [];
  });
}

export function writeDescription({ session, media }: SessionDescription): string {
  const lines = media.flatMap((section) => {
    const first = [`m=${section.kind}`, section.port, section.protocol, ...section.formats].join(' ');
    return [first, ...section.lines];
  });
  return [...session, ...lines, ''].join('\r\n');
}
