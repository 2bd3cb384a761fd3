import { plainNumberText } from './plain-number-text.ts';

/**
 * What phone systems send in place of a number that the caller withholds or the network does not
 * know (RFC 3323 §4.1.1.3, 3GPP TS 24.607, and the words of common exchanges), without spaces and
 * punctuation.
 */
const WORDS: ReadonlySet<string> = new Set([
  ...['anonymous', 'unavailable', 'notavailable', 'unknown', 'unknownnumber', 'unknowncaller'],
  ...['restricted', 'restrictednumber', 'withheld', 'numberwithheld', 'private', 'privatenumber'],
  ...['privatecaller', 'privacy', 'blocked', 'blockednumber', 'hidden', 'hiddennumber', 'nonumber'],
  ...['nocallerid', 'callerid', 'callerunknown', 'unidentified', 'unlisted', 'secret', 'suppressed'],
  ...['notprovided', 'notdisclosed', 'outofarea', 'interactionwithotherservice', 'payphone'],
  ...['coinlinepayphone', 'coverage', 'invalid', 'nil', 'null', 'none', 'undefined', 'na', 'noclid'],
  ...['anonyme', 'anonym', 'unbekannt', 'anonimo', 'anonimous', 'annonymous', 'asterisk', 'freeswitch'],
  ...['未知', '未知号码', '未知號碼', '未知来电', '未知來電', '未知用户', '隐藏号码', '隱藏號碼'],
  ...['号码隐藏', '號碼隱藏', '隐藏', '隱藏', '匿名', '匿名号码', '匿名號碼', '匿名来电', '匿名來電'],
  ...['匿名用户', '保密', '保密号码', '保密號碼', '号码保密', '號碼保密', '私人号码', '私人號碼'],
  ...['无号码', '無號碼', '无主叫', '无主叫号码', '無主叫號碼', '无法显示', '無法顯示', '不显示'],
  ...['无来电显示', '無來電顯示', '未显示号码', '未顯示號碼', '号码未显示', '號碼未顯示', '屏蔽'],
  ...['无法识别', '不明号码', '不明號碼', '不明来电', '受限', '号码受限', '限制', '不可用', '被叫不可用'],
]);

/**
 * True where a phone system signals that there is no number: nobody can be called back, looked up
 * or registered by it. Takes the number as signalled, and what is stored of it.
 */
export function isWithheld(signalled: string): boolean {
  const [user = ''] = signalled.replace(/^\s*(?:sips?|tel):/i, '').split(/[@;]/);
  const word = plainNumberText(decoded(user)).toLowerCase();
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
  // FreeSWITCH and some trunks send zeros; +0 and - are the same without figures.
  if (bare === '' || /^0+$/.test(bare)) return !/[*#]/.test(word);
  return WORDS.has(bare);
}

/** The number as far as there is one: empty where it is withheld. */
export function knownNumber(signalled: string): string {
  return isWithheld(signalled) ? '' : signalled;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
