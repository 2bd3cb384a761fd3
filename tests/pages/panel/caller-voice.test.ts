import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LocalVoice, localSpeech, type Utterance } from '../../../browser/local-speech.ts';
import { CallerVoice, utteranceFor } from '../../../pages/panel/practice/caller-voice.ts';
import type { TrainingCallerId } from '../../../practice/training/training-caller.ts';
import { TRAINING_CALLERS } from '../../../practice/training/training-callers.ts';

const MANDARIN: LocalVoice = { language: 'zh-CN', name: '小美' };
const CANTONESE: LocalVoice = { language: 'zh-HK', name: '阿欣' };
const ENGLISH: LocalVoice = { language: 'en-GB', name: 'Alex' };

function callerOf(id: TrainingCallerId) {
  const caller = TRAINING_CALLERS.find((one) => one.id === id);
  if (caller === undefined) throw new Error(`no caller ${id}`);
  return caller;
}

describe('the voice of a simulated caller', () => {
  const said = (id: TrainingCallerId, voices: readonly LocalVoice[]) =>
    utteranceFor('您好', callerOf(id), 'zh-CN', voices);

  it('is one of the language, of the same country first', () => {
    expect(said('query', [ENGLISH, CANTONESE, MANDARIN])?.voice).toEqual(MANDARIN);
    expect(said('query', [ENGLISH, CANTONESE])?.voice).toEqual(CANTONESE);
  });

  it('is none where the computer has no voice for the language: the caption stands alone', () => {
    expect(said('query', [ENGLISH])).toBeNull();
    expect(said('query', [])).toBeNull();
  });

  it('speaks dialect as another voice, or strangely where there is only one', () => {
    expect(said('dialect', [MANDARIN, CANTONESE])).toMatchObject({ voice: CANTONESE, pitch: 1 });
    const only = said('dialect', [MANDARIN]);
    expect(only?.voice).toEqual(MANDARIN);
    expect(only?.pitch).toBeLessThan(1);
  });

  it('is faint on a faint line, and quick where the caller is angry', () => {
    expect(said('faint', [MANDARIN])?.volume).toBeLessThan(0.5);
    expect(said('abusive', [MANDARIN])?.rate).toBeGreaterThan(1);
  });

  it('says each caption once, until it is stopped', () => {
    const spoken: string[] = [];
    const stop = vi.fn();
    const voice = new CallerVoice(
      { voices: () => [MANDARIN], speak: ({ text }: Utterance) => spoken.push(text), stop },
      'zh-CN',
    );
    for (const at of [1, 1, 2]) voice.say(`第 ${at} 句`, at, callerOf('query'));
    voice.stop();
    expect([spoken, stop.mock.calls.length]).toEqual([['第 1 句', '第 2 句'], 1]);
  });
});

describe('speech of the browser', () => {
  const voice = (name: string, localService: boolean) => ({
    ...{ name, lang: 'zh_CN', localService, default: false, voiceURI: name },
  });
  const speak = vi.fn();
  const synthesis = {
    getVoices: () => [voice('remote', false), voice('local', true)],
    ...{ speak, cancel: vi.fn() },
  };
  beforeEach(() => {
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('never uses a voice that sends the text to a server', () => {
    const speech = localSpeech(synthesis);
    expect(speech.voices()).toEqual([{ language: 'zh-CN', name: 'local' }]);
    const utterance = { text: '您好', rate: 1, pitch: 1, volume: 1 };
    speech.speak({ ...utterance, voice: { language: 'zh-CN', name: 'remote' } });
    expect(speak).not.toHaveBeenCalled();
    speech.speak({ ...utterance, voice: { language: 'zh-CN', name: 'local' } });
    expect(speak).toHaveBeenCalledWith(
      expect.objectContaining({ text: '您好', lang: 'zh_CN', voice: voice('local', true) }),
    );
  });

  it('without it nothing is spoken', () => {
    const speech = localSpeech(undefined);
    speech.stop();
    expect(speech.voices()).toEqual([]);
  });
});
