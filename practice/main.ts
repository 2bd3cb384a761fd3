import { emitKeypressEvents } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Exchange, startExchange } from './exchange.ts';
import { DEFAULT_CALLEES } from './exchange-options.ts';
import { playSchedule } from './play-schedule.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const HELP = `npm run practice -- [--port 5066] [--user 1001] [--password practice] [--play all|id,id,…] [--verbose]

  --play   lets these callers ring one after the other and then ends; without it, keys let them ring
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5066' },
    user: { type: 'string', default: '1001' },
    password: { type: 'string', default: 'practice' },
    play: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  await main();
}

async function main(): Promise<void> {
  const chosen = values.play === undefined ? null : choose(values.play);
  const exchange = await startExchange({
    port: Number(values.port),
    users: [{ user: values.user, password: values.password }],
    ...(values.verbose ? { log: print } : {}),
  });
  print('Practice exchange. Not a PBX: for this machine only.');
  print(`  SIP server  ${exchange.url}`);
  print(`  domain      ${exchange.domain}`);
  print(`  account     ${values.user}`);
  print(`  password    ${values.password}`);
  const callees = Object.entries(DEFAULT_CALLEES).map(([number, { does }]) => `${number} ${does}`);
  print(`  to dial     ${callees.join(', ')}`);
  print('Waiting for the phone to register …');
  await exchange.waitForRegistration(values.user, { timeoutMs: 2 ** 31 - 1 });
  print('Registered.');
  if (chosen === null) return readKeys(exchange);
  await playSchedule(exchange, values.user, chosen, print);
  await exchange.stop();
}

function choose(ids: string): readonly Scenario[] {
  if (ids === 'all') return SCENARIOS;
  return ids.split(',').map((id) => {
    const found = SCENARIOS.find((scenario) => scenario.id === id);
    if (found === undefined)
      throw new Error(`No caller ${id}. There are: ${SCENARIOS.map((s) => s.id).join(', ')}`);
    return found;
  });
}

/** a, b, c … start a caller each; q ends. */
function readKeys(exchange: Exchange): void {
  const keys = new Map(SCENARIOS.map((scenario, index) => [String.fromCharCode(97 + index), scenario]));
  for (const [key, { id, title }] of keys) print(`  ${key}  ${id.padEnd(20)} ${title}`);
  print('  q  end');
  emitKeypressEvents(process.stdin);
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  process.stdin.on('keypress', (text: string | undefined, key: { ctrl?: boolean; name?: string }) => {
    if (text === 'q' || (key.ctrl === true && key.name === 'c')) {
      void exchange.stop().then(() => process.exit(0));
      return;
    }
    const scenario = keys.get(text ?? '');
    if (scenario === undefined) return;
    if (exchange.isRegistered(values.user)) void playSchedule(exchange, values.user, [scenario], print);
    else print('The phone is not registered.');
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
