import { describe, expect, test } from 'vitest';
import { textsOfPack } from '../../contract/pack/texts-of-pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { placesOf, valueAt } from '../helpers/edit-json.ts';
import { convertedToSimplified, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../helpers/one-script-only.ts';

const pack = loadPack();
const texts = textsOfPack(pack).map(({ path, text, spoken }) => {
  const item = Reflect.get(pack, String(path[0]))[Number(path[1])].id;
  return { place: `${item} ${path.slice(2).join('.')}`, language: path.at(-1), text, spoken };
});
const spoken = texts.filter((text) => text.spoken);

/** Handbook §2 (Never) and §3.3, by hand: the test notices when the pack's list is emptied. */
const NEVER_SAID = [
  '喂',
  '说吧',
  '說吧',
  '我也没办法',
  '我也沒辦法',
  '你说什么',
  '你說什麼',
  '大声一点',
  '大聲一點',
  '听懂了吧',
  '聽懂了吧',
  '没事了吧',
  '沒事了吧',
  '不关我的事',
  '不關我的事',
  '我是新来的',
  '我是新來的',
  '不知道',
  '晚点再打',
  '晚點再打',
  '过几天再打',
  '過幾天再打',
  '那不是我',
];

/** Handbook §1.3 and contract/pack/placeholders.ts, by hand. */
const KNOWN = [
  ...[
    'hotline',
    'agentNumber',
    'agentName',
    'surname',
    'title',
    'callerNumber',
    'hours',
    'colleague',
    'department',
  ],
  ...['departmentNumber', 'store', 'matter', 'answer', 'answerWithin', 'supervisorPromise', 'simplePromise'],
  ...[
    'complexPromise',
    'newTime',
    'caseMatter',
    'caseStage',
    'caseOwner',
    'caseTime',
    'otherLanguages',
    'festivalGreeting',
  ],
];

describe('what an agent says', () => {
  test('there are enough sentences to check', () => {
    expect(spoken.length).toBeGreaterThan(300);
  });

  test('nothing of what must never be said', () => {
    const said = spoken.filter(({ text }) => NEVER_SAID.some((phrase) => text.includes(phrase)));
    expect(said).toEqual([]);
  });

  test('the pack itself refuses each of these phrases', () => {
    const refused = pack.courtesy.forbiddenPhrases.map(({ phrase }) => phrase);
    const open = NEVER_SAID.filter(
      (phrase) => !refused.some((known) => phrase.includes(known)) && phrase !== '那不是我',
    );
    expect(open).toEqual([]);
  });

  test('sentences of at most 60 characters in Chinese', () => {
    const long = spoken
      .filter(({ language }) => language !== 'en')
      .flatMap(({ place, text }) => text.split(/[。！？]/).map((sentence) => ({ place, sentence })))
      .filter(({ sentence }) => [...sentence.replace(/\{[^}]*\}/g, '××××')].length > 60);
    expect(long).toEqual([]);
  });

  test('您, never 你, to the caller', () => {
    expect(spoken.filter(({ text }) => text.includes('你'))).toEqual([]);
  });

  test('Chinese sentences end, and are written with Chinese punctuation', () => {
    const chinese = spoken.filter(
      ({ language, place }) => language !== 'en' && !place.endsWith(`greeting.${language}`),
    );
    expect(chinese.filter(({ text }) => !/[。？！]$/.test(text))).toEqual([]);
    expect(chinese.filter(({ text }) => /[,;?!:()]/.test(text))).toEqual([]);
  });
});

describe('two ways of writing Chinese', () => {
  /** All texts of the language, also titles, cards and the directory. */
  const written = (language: string) =>
    placesOf(pack).flatMap((path) =>
      path.at(-1) === language ? [{ place: path.join('.'), text: String(valueAt(pack, path)) }] : [],
    );

  test('zh-CN holds no traditional character', () => {
    const wrong = written('zh-CN').filter(({ text }) => [...text].some((c) => TRADITIONAL_ONLY.has(c)));
    expect(wrong).toEqual([]);
  });

  test('zh-TW holds no simplified character', () => {
    const wrong = written('zh-TW').filter(({ text }) => [...text].some((c) => SIMPLIFIED_ONLY.has(c)));
    expect(wrong).toEqual([]);
  });

  test('zh-TW uses the words of Taiwan', () => {
    const mainland = [
      '掛機',
      '普通話',
      '短信',
      '信息',
      '坐席',
      '工號',
      '投訴',
      '門店',
      '部門',
      '女士',
      '早上好',
    ];
    const wrong = texts.filter(
      ({ language, text }) => language === 'zh-TW' && mainland.some((word) => text.includes(word)),
    );
    expect(wrong).toEqual([]);
  });

  test('the two are not one text converted', () => {
    const cn = spoken.filter(({ language }) => language === 'zh-CN');
    const tw = spoken.filter(({ language }) => language === 'zh-TW');
    const converted = cn.filter(({ text }, n) => convertedToSimplified(tw[n]?.text ?? '') === text);
    expect(converted.length / cn.length).toBeLessThan(0.2);
  });
});

describe('values in sentences', () => {
  test('only placeholders of the list', () => {
    const used = texts.flatMap(({ text }) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name));
    expect([...new Set(used)].filter((name) => !KNOWN.includes(String(name)))).toEqual([]);
  });

  test('a sentence with the caller’s name also reads without it', () => {
    const named = spoken.filter(({ text }) => text.includes('{surname}'));
    expect(named.length).toBeGreaterThan(60);
    for (const { place, text } of named) {
      const without = text.replace(/\[[^\]]*\{surname\}[^\]]*\]/g, '');
      expect(without, place).not.toMatch(/surname|title|^[，、]|[，、][，、]|\[\]/);
      expect(without.length, place).toBeGreaterThan(4);
    }
  });

  test('all three languages of a step ask for the same values', () => {
    const names = (text: string) => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].sort().join();
    for (let n = 0; n < texts.length; n += 3) {
      const [cn, tw, en] = texts.slice(n, n + 3);
      expect([names(tw?.text ?? ''), names(en?.text ?? '')], cn?.place).toEqual(
        Array(2).fill(names(cn?.text ?? '')),
      );
    }
  });
});
