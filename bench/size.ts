/** The code that the panel loads until it is at rest, and its largest files: gzip. */
import { panelClosure } from '../tools/check/closure-size.ts';
import { printReport } from './helpers/bench-report.ts';

const { bytes, files } = panelClosure('.output/chrome-mv3');
const row = (subject: string, size: number) => ({
  bench: 'size',
  metric: 'loaded by the panel, gzip',
  subject,
  unit: 'KiB',
  n: 1,
  value: size / 1024,
});
printReport([
  row('ours', bytes),
  ...files.slice(0, 12).map(({ file, bytes: size }) => row(file.replace(/-[\w-]{8}(?=\.\w+$)/, ''), size)),
]);
