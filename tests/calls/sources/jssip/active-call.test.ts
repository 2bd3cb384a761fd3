import { expect, test } from 'vitest';
import type { Call } from '../../../../calls/call.ts';
import type { CallEvent, CallId } from '../../../../calls/call-event.ts';
import type { MicrophoneAnswer } from '../../../../calls/media-access.ts';
import { ActiveCall } from '../../../../calls/sources/jssip/active-call.ts';
import { CallRegistry } from '../../../../calls/sources/jssip/call-registry.ts';
import { type HandClock, handClock } from '../../../helpers/hand-clock.ts';
import { until } from '../../../helpers/until.ts';

/** A microphone whose tracks tell whether they were stopped. */
function microphone() {
  const track = {
    stopped: false,
    stop: () => {
      track.stopped = true;
    },
  };
  const answer = { ok: true, stream: { getTracks: () => [track] } } as unknown as MicrophoneAnswer;
  return { track, answer };
}

/** What the queue needs of a call; its hold settles when `settles` does. */
class FakeCall {
  readonly id: CallId;
  readonly #registry: CallRegistry;
  holdSettles: Promise<void> = Promise.resolve();
  answers = 0;

  constructor(id: CallId, registry: CallRegistry) {
    this.id = id;
    this.#registry = registry;
  }

  get now(): Call | undefined {
    return this.#registry.call(this.id);
  }

  answer(): void {
    this.answers += 1;
    this.#record({ type: 'answering', by: 'agent' });
    this.#record({ type: 'answered' });
  }

  async hold() {
    await this.holdSettles;
    this.#record({ type: 'held', holdOriginator: 'local' });
    return { ok: true } as const;
  }

  ring(): this {
    const remoteParty = { number: '10086', displayName: null };
    this.#record({ type: 'ringing', remoteParty, queuedMs: null });
    return this;
  }

  #record(event: object): void {
    this.#registry.record({ ...event, call: this.id, at: this.#registry.now() } as CallEvent);
  }
}

function phone(getMicrophone: () => Promise<MicrophoneAnswer>) {
  const clock: HandClock = handClock();
  const registry = new CallRegistry(clock);
  const calls = new Map<CallId, FakeCall>();
  const options = {
    ua: { isConnected: () => true, isRegistered: () => true },
    config: { media: { getMicrophone } },
    startSession: () => {},
    ...{ registry, calls, clock },
  } as unknown as ConstructorParameters<typeof ActiveCall>[0];
  const active = new ActiveCall(options);
  const rings = (id: CallId) => {
    const call = new FakeCall(id, registry).ring();
    calls.set(id, call);
    return call;
  };
  type Answered = Parameters<ActiveCall['answer']>[0];
  const answer = (call: FakeCall) => active.answer(call as unknown as Answered);
  return { clock, active, rings, answer };
}

/** Passes time in small steps until the promise settles, and says how much it took. */
async function timeUntil<T>(promise: Promise<T>, clock: HandClock): Promise<{ value: T; ms: number }> {
  let settled: { value: T } | null = null;
  void promise.then((value) => {
    settled = { value };
  });
  const from = clock.now();
  await until('the result', async () => {
    if (settled === null) clock.pass(100);
    return settled !== null;
  });
  return { value: await promise, ms: clock.now() - from };
}

test('a hold that never settles is given up in five seconds; the second call rings on, and can be answered', async () => {
  const opened: ReturnType<typeof microphone>[] = [];
  const { clock, rings, answer } = phone(async () => {
    const next = microphone();
    opened.push(next);
    return next.answer;
  });
  const [first, second] = [rings('first'), rings('second')];
  expect(await answer(first)).toEqual({ ok: true });
  first.holdSettles = new Promise(() => {});
  const stuck = await timeUntil(answer(second), clock);
  expect(stuck.value).toEqual({ ok: false, reason: 'timed-out' });
  expect(stuck.ms).toBeLessThanOrEqual(5_000);
  expect(second.now?.state).toBe('ringing');
  first.holdSettles = Promise.resolve();
  expect(await answer(second)).toEqual({ ok: true });
});

test('a hold that settles after it was given up answers nothing, and its microphone is closed', async () => {
  const opened: ReturnType<typeof microphone>[] = [];
  const { clock, rings, answer } = phone(async () => {
    const next = microphone();
    opened.push(next);
    return next.answer;
  });
  const [first, second] = [rings('first'), rings('second')];
  await answer(first);
  let settle: () => void = () => {};
  first.holdSettles = new Promise((resolve) => (settle = resolve));
  await timeUntil(answer(second), clock);
  settle();
  await until('the microphone is closed', () => opened[1]?.track.stopped === true);
  expect(second.answers).toBe(0);
  expect(opened[0]?.track.stopped).toBe(false);
});

test('a microphone that never opens is given up in five seconds; one that opens late is closed', async () => {
  let open: (answer: MicrophoneAnswer) => void = () => {};
  const { clock, rings, answer } = phone(() => new Promise((resolve) => (open = resolve)));
  const call = rings('first');
  const stuck = await timeUntil(answer(call), clock);
  expect(stuck.value).toEqual({ ok: false, reason: 'microphone-timeout' });
  expect(stuck.ms).toBeLessThanOrEqual(5_000);
  expect(call.now?.state).toBe('ringing');
  const late = microphone();
  open(late.answer);
  await until('the microphone is closed', () => late.track.stopped);
});
