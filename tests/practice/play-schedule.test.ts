import { expect, it } from 'vitest';
import { startExchange } from '../../practice/exchange.ts';
import { playSchedule } from '../../practice/play-schedule.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { openNodePhone } from '../helpers/node-phone.ts';

it('lets callers ring one after the other and tells what happened', async () => {
  const account = { user: '1001', password: 'x' };
  const exchange = await startExchange({ users: [account] });
  const phone = await openNodePhone({ ...account, url: exchange.url, domain: exchange.domain });
  try {
    await phone.register();
    phone.answerNext(new Uint8Array(160), 60_000);
    const printed: string[] = [];
    const quick = { ...givesUp, whileRinging: { do: 'give-up', afterMs: 100 } } as const;
    const story = playSchedule(
      exchange,
      '1001',
      [quick, { ...quick, id: 'second', startsAfterMs: 50 }],
      (line) => printed.push(line),
    );
    await story;
    expect(printed.filter((line) => !line.startsWith('  '))).toEqual([
      `gives-up: ${givesUp.title}`,
      `second: ${givesUp.title}`,
    ]);
    expect(printed.at(-2)).toMatch(/^ +\d+\.\d s ended \{"how":"given-up"\}$/);
    expect(printed.at(-1)).toBe('  score on the line: nothing to judge');
  } finally {
    phone.close();
    await exchange.stop();
  }
}, 20_000);
