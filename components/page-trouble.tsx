import { useEffect, useId, useState } from 'preact/hooks';
import type { PlainKey, Words } from '../contract/words.ts';
import { Button } from './button.tsx';
import { CUSTOMER_TEXT } from './customer-text.ts';
import './field.css';
import './page-trouble.css';

/**
 * Why a page cannot open. `store`: the database cannot be read; `full`: no space; `private`: a
 * private window; `silent`: no answer within the limit.
 */
export type PageFailure = 'store' | 'full' | 'private' | 'silent' | 'other';

/** As NOTE_LIMITS in contract/note/note.ts, without the schemas: this page loads before them. */
const LONGEST_TEXT = 20_000;

interface PageTroubleProps {
  readonly failure: PageFailure;
  readonly words: Words;
  /** The page would open now; what was typed here is still on screen. */
  readonly recovered: boolean;
  readonly onRetry: () => void;
  /** Whether something typed here would be lost by leaving. */
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly saveFile: (text: string) => void;
  readonly copy: (text: string) => Promise<void>;
}

const SAYS = {
  store: ['pageTrouble.store', 'pageTrouble.storeFix'],
  full: ['pageTrouble.full', 'pageTrouble.fullFix'],
  private: ['pageTrouble.private', 'pageTrouble.privateFix'],
  silent: ['pageTrouble.silent', 'pageTrouble.silentFix'],
  other: ['pageTrouble.other', 'pageTrouble.otherFix'],
} as const satisfies Record<PageFailure, readonly [PlainKey, PlainKey]>;

const DONE = {
  file: 'pageTrouble.filed',
  copy: 'pageTrouble.copied',
  failed: 'pageTrouble.notCopied',
} as const;

/** Shown instead of the page: what is wrong, what to do, and a place to write meanwhile. */
export function PageTrouble(props: PageTroubleProps) {
  const { failure, words, recovered, onUnsaved } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [kept, setKept] = useState('');
  const [done, setDone] = useState<keyof typeof DONE | null>(null);
  const [warned, setWarned] = useState(false);
  const unsaved = text.trim() !== '' && text !== kept;
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved]);

  const write = (typed: string) => {
    setText(typed);
    setDone(null);
    setWarned(false);
  };
  const keep = (how: 'file' | 'copy') => {
    setKept(text);
    setDone(how);
    setWarned(false);
  };
  const copy = () =>
    props.copy(text).then(
      () => keep('copy'),
      () => setDone('failed'),
    );
  const retry = () => {
    if (unsaved && !warned) setWarned(true);
    else props.onRetry();
  };
  const [says, fix] = SAYS[failure];
  return (
    <main class="page-trouble">
      <div role="alert">
        <h1 class="page-trouble__title">{words(says)}</h1>
        <p>{recovered ? words('pageTrouble.recovered') : words(fix)}</p>
      </div>
      <Button variant="main" onPress={retry}>
        {recovered ? words('pageTrouble.open') : words('issue.tryAgain')}
      </Button>
      {warned && (
        <p class="page-trouble__warning" role="alert">
          {words('pageTrouble.keepFirst')}
        </p>
      )}
      <div class="field page-trouble__notes">
        <label for={id}>{words('pageTrouble.write')}</label>
        <textarea
          {...CUSTOMER_TEXT}
          id={id}
          rows={6}
          maxLength={LONGEST_TEXT}
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} class="field__hint">
          {words('pageTrouble.writeHint')}
        </p>
      </div>
      <div class="page-trouble__actions">
        <Button
          disabled={text.trim() === ''}
          onPress={() => {
            props.saveFile(text);
            keep('file');
          }}
        >
          {words('pageTrouble.toFile')}
        </Button>
        <Button disabled={text.trim() === ''} onPress={() => void copy()}>
          {words('pageTrouble.copy')}
        </Button>
      </div>
      <p role="status">{done === null ? '' : words(DONE[done])}</p>
    </main>
  );
}

/** Shown until the page itself can be drawn. */
export function PageOpening({ words }: { readonly words: Words }) {
  return (
    <p class="page-opening" role="status">
      {words('pageTrouble.opening')}
    </p>
  );
}
