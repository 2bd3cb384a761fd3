import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOISES, SENTENCES } from '../../practice/audio-script.ts';
import { loadAudio } from '../../practice/load-audio.ts';
import { rmsOf } from '../../practice/media/mulaw.ts';
import { type ScenarioInput, scenario } from '../../practice/scenario.ts';
import { SCENARIOS } from '../../practice/scenarios.ts';

const practiceFolder = new URL('../../practice/', import.meta.url);
const filesOf = (folder: string, ending: string) =>
  readdirSync(new URL(folder, practiceFolder))
    .map((file) => file.replace(ending, ''))
    .sort();

describe('the practice callers', () => {
  it('are one file each, named for the caller, and all listed', () => {
    expect(SCENARIOS.map(({ id }) => id).sort()).toEqual(filesOf('scenarios/', '.ts'));
  });

  it('play only sounds that are there, and every sound is heard somewhere', () => {
    const played = SCENARIOS.flatMap(({ onAnswer }) => onAnswer).flatMap((step) =>
      'audio' in step ? [step.audio] : [],
    );
    const made = [...SENTENCES, ...NOISES].map(({ name }) => name).sort();
    expect(filesOf('audio/', '.ulaw')).toEqual(made);
    expect(made).toEqual([...new Set([...played, 'callee-greeting'])].sort());
  });

  it('sound like something, and take less than 600 kB', () => {
    const names = filesOf('audio/', '.ulaw');
    for (const name of names) expect(rmsOf(loadAudio(name)), name).toBeGreaterThan(0.02);
    const bytes = names.map((name) => statSync(new URL(`audio/${name}.ulaw`, practiceFolder)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  });

  it('have synthetic numbers that differ', () => {
    const numbers = SCENARIOS.map(({ caller }) => caller.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\+861390000\d{4}$/);
  });

  const sound: ScenarioInput = {
    id: 'x',
    title: 'x',
    caller: { number: '10086', displayName: null },
    onAnswer: [],
  };

  it('wait two minutes to be answered unless they say otherwise', () => {
    expect(scenario(sound).whileRinging).toEqual({ do: 'wait', atMostMs: 120_000 });
  });

  it.each([
    ['a path as audio', { onAnswer: [{ do: 'speak', audio: '../secret' }] }],
    ['a header that smuggles a second one', { headers: { 'X-Queue-Time': '1\r\nEvil: 1' } }],
    ['a header name with a colon', { headers: { 'X:': '1' } }],
    ['a number with a host', { caller: { number: '1@evil', displayName: null } }],
    ['a negative time', { onAnswer: [{ do: 'stay-silent', ms: -1 }] }],
  ] satisfies [string, Partial<ScenarioInput>][])('refuse %s', (_what, fault) => {
    expect(() => scenario({ ...sound, ...fault })).toThrow();
  });
});
