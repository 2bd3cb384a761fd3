/**
 * Id of the extension in Firefox; policies and update.json name it. `.invalid`, because no mail is
 * received there.
 */
export const FIREFOX_EXTENSION_ID = 'sansheng@sansheng.invalid';
