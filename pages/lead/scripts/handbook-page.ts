import { i18n } from '#i18n';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type Situation, situationGroupSchema } from '../../../contract/pack/situation.ts';
import { SITUATION_GROUPS } from '../editor/situation-groups.ts';

const STYLE = `
:root { color-scheme: light; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: #211f1b; background: #fff;
  font: 12pt/1.6 system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 20pt; } h2 { margin: 2rem 0 0.5rem; font-size: 16pt; break-after: avoid; }
article { margin: 1rem 0; } h3 { margin: 0; font-size: 13pt; break-after: avoid; }
li { break-inside: avoid; } .do { color: #555; } .never { color: #8a1c12; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page); } }
@media print { body { max-width: none; padding: 0; } article { break-inside: avoid-page; } }
`;

/** All scripts as one HTML file for the printer: no script, no picture, nothing loaded. */
export function handbookPage(pack: Pack, language: PackLanguage): string {
  const title = i18n.t('lead.scriptTable.handbook');
  const groups = situationGroupSchema.options.flatMap((group) => {
    const situations = pack.situations.filter((one) => one.group === group);
    if (situations.length === 0) return [];
    const articles = situations.map((one) => articleOf(one, language)).join('\n');
    return [`<section>\n<h2>${escaped(i18n.t(SITUATION_GROUPS[group]))}</h2>\n${articles}\n</section>`];
  });
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)} ${escaped(pack.version)}</title>
<style>${STYLE}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(pack.id)} ${escaped(pack.version)}</p>
${groups.join('\n')}
</html>
`;
}

function articleOf({ title, steps, prohibitions }: Situation, language: PackLanguage): string {
  const line = (text: string, kind: string) => `<li class="${kind}">${escaped(text)}</li>`;
  const said = steps.flatMap((step) => [
    line(textIn(step.text, language), step.kind),
    ...(step.kind === 'branch'
      ? [
          `<li class="do">${escaped(step.options.map(({ label }) => textIn(label, language)).join(' / '))}</li>`,
        ]
      : []),
  ]);
  const never = prohibitions.map((text) => line(`✕ ${textIn(text, language)}`, 'never'));
  return `<article>\n<h3>${escaped(textIn(title, language))}</h3>\n<ol>${said.join('')}</ol>${
    never.length === 0 ? '' : `\n<ul>${never.join('')}</ul>`
  }\n</article>`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}
