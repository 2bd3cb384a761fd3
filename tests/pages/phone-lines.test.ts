import { describe, expect, it } from 'vitest';
import { PHONE_KINDS, phoneAddress, phoneLines } from '../../pages/lead/phones/phone-lines.ts';
import { readReports } from '../../server/phone-events/read-report.ts';
import { readRequest } from '../../server/phone-events/read-request.ts';
import { readValues } from '../../server/phone-events/read-values.ts';

const TOKEN = 'ABC123-0123456789ABCDEFGHJKMNPQRS';
const ADDRESS = phoneAddress('https://team.example.com', 8340, TOKEN);

/** What each phone puts in place of its variables. */
const FILLED: readonly (readonly [RegExp, string])[] = [
  [/\$call[_-]id|\$\{LINKEDID\}|\$\{uuid\}/g, 'call-7'],
  [
    /\$remote|%CallerNumber%|%~2|\$\{URIENCODE\(\$\{CALLERID\(num\)\}\)\}|\$\{url_encode\(\$\{caller_id_number\}\)\}/g,
    '13900001234',
  ],
  [
    /\$display_remote|%CallerDisplayName%|\$\{URIENCODE\(\$\{CALLERID\(name\)\}\)\}|\$\{url_encode\(\$\{caller_id_name\}\)\}/g,
    '张三',
  ],
];

/** The requests that a phone with these lines sends. */
function requestsOf(lines: string): readonly string[] {
  const filled = FILLED.reduce(
    (text, [variable, value]) => text.replace(variable, value),
    lines.replaceAll('&amp;', '&'),
  );
  return Array.from(
    filled.matchAll(/http:\/\/team\.example\.com:8340(\/phone-events\/[^\s"})]+)/g),
    ([, target = '']) => target,
  );
}

function reportOf(target: string) {
  const reading = readRequest(Buffer.from(`GET ${target} HTTP/1.1\r\n\r\n`), true);
  const values = reading.state === 'complete' ? readValues(reading.request) : null;
  expect(values?.token).toBe(TOKEN);
  return values === null ? null : readReports(values, 1)[0];
}

it('the address has the host of the server, the port of the phones and the token', () => {
  expect(ADDRESS).toBe(`http://team.example.com:8340/phone-events/${TOKEN}`);
});

describe.each(PHONE_KINDS.filter((kind) => kind !== 'polycom' && kind !== 'microsip'))(
  'lines for %s',
  (kind) => {
    const requests = requestsOf(phoneLines(kind, ADDRESS));

    it('report the ring with the caller, and each event that the phone has', () => {
      const [ring, ...others] = requests.map(reportOf);
      expect(ring).toMatchObject({ event: 'incoming', number: '13900001234' });
      for (const report of others) expect(report).not.toBeNull();
      const events = others.map((report) => report?.event);
      if (kind !== '3cx') expect(events).toEqual(expect.arrayContaining(['answered', 'ended']));
    });

    it('fit into the address field of a phone', () => {
      for (const request of requests) expect(request.length).toBeLessThan(470);
    });
  },
);

it('MicroSIP runs a batch file whose curl reports each event with the number', () => {
  const lines = phoneLines('microsip', ADDRESS);
  const words = Array.from(lines.matchAll(/phone\.bat (\w+)/g), ([, word = '']) => word);
  for (const word of words)
    expect(reportOf(`/phone-events/${TOKEN}/${word}?number=13900001234`)).toMatchObject({ event: word });
  expect(lines).toContain(`"${ADDRESS}/%~1" --data-urlencode "number=%~2"`);
});

it('Polycom posts to the address itself', () => {
  expect(phoneLines('polycom', ADDRESS)).toContain(`apps.telNotification.URL="${ADDRESS}"`);
});
