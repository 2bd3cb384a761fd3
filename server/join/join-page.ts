import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type JoinWords, joinWords } from './join-words.ts';

/**
 * Code, root and secret are in the fragment, which the browser sends to nobody (RFC 9110 §4.2.5):
 * the page copies the link, and its policy allows no request at all.
 */
const SCRIPT = `
const field = document.querySelector('input');
const button = document.querySelector('button');
const show = () => {
  const whole = /^#[\\w-]{16,40}\\/[\\w-]{43}\\/[\\w-]{22}$/.test(location.hash);
  document.documentElement.className = whole ? 'whole' : 'incomplete';
  field.value = whole ? location.href : '';
};
const copied = () => document.documentElement.classList.add('copied');
const copy = () => {
  field.select();
  // The clipboard API may wait for a permission. Where both fail, the link stays selected.
  if (document.execCommand('copy')) copied();
  else void navigator.clipboard?.writeText(field.value).then(copied, () => {});
};
button.addEventListener('click', copy);
addEventListener('hashchange', show);
show();
`;

const STYLE = `
:root { color-scheme: light dark; --paper: #fcfbf9; --ink: #211f1b; --edge: #857e73; --alarm: #b42318; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1a18; --ink: #f1eee8; --edge: #8f887c; --alarm: #ff9b90; }
}
body { max-width: 40rem; margin: 0 auto; padding: 24px 16px; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; }
:lang(zh-TW) { font-family: system-ui, "PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", sans-serif; }
h1 { font-size: 22px; }
h2 { margin: 32px 0 8px; font-size: 18px; }
ol, p { margin: 8px 0; padding: 0; }
ol { padding-left: 1.5em; }
form { display: flex; flex-wrap: wrap; gap: 8px; }
input { flex: 1 1 200px; min-width: 0; }
input, button { min-height: 44px; box-sizing: border-box; padding: 0 12px; border: 1px solid var(--edge);
  border-radius: 8px; background: transparent; color: inherit; font: inherit; }
button { cursor: pointer; font-weight: 600; }
.done, .alarm { display: none; font-weight: 600; }
.alarm { color: var(--alarm); }
.copied .done, .incomplete .alarm { display: block; }
.incomplete form { display: none; }
`;

const PAGE = page([joinWords('zh-CN'), joinWords('zh-TW'), joinWords('en')]);

/** The static page to which an enrolment link leads when a browser opens it. */
export function answerJoinPage(): Response {
  return new Response(PAGE, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
  });
}

const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

function page(languages: readonly JoinWords[]): string {
  const inEach = (word: (words: JoinWords) => string) => languages.map(word).join(' · ');
  return String(html`<!doctype html>
<html lang="${languages[0]?.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${inEach(({ title }) => title)}</title>
<style>${raw(STYLE)}</style>
<main>
<h1>${inEach(({ name }) => name)}</h1>
<form>
<input readonly aria-label="${inEach(({ link }) => link)}">
<button type="button">${inEach(({ copy }) => copy)}</button>
</form>
<div role="status">
<p class="done">${inEach(({ copied }) => copied)}</p>
${languages.map((words) => html`<p class="alarm" lang="${words.language}">${words.incomplete}</p>`)}
</div>
${languages.map(
  ({ language, title, install, open, paste, once }) => html`<section lang="${language}">
<h2>${title}</h2>
<ol><li>${install}</li><li>${open}</li><li>${paste}</li></ol>
<p>${once}</p>
</section>
`,
)}
</main>
<script>${raw(SCRIPT)}</script>
</html>
`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
