import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Panel } from '../../panel/frame/panel.tsx';
import type { Act } from '../../panel/frame/panel-action.ts';
import { loadPanelRest } from '../../panel/frame/panel-rest.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';
import './panel-frame.css';

interface PanelFrameProps {
  readonly title: string;
  readonly view: PanelView;
  readonly act: Act;
}

const EMPTY_PAGE = '<!doctype html><body><div id="app"></div></body>';

/**
 * The real panel in a page of its own, so that widths, breakpoints and the full height are those of
 * a side panel and not of the lead's page around it.
 */
export function PanelFrame({ title, view, act }: PanelFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [root, setRoot] = useState<Element | null>(null);
  useEffect(() => {
    if (root !== null) render(<Panel view={view} act={act} />, root);
  });
  useEffect(
    () => () => {
      if (root !== null) render(null, root);
    },
    [root],
  );
  const fill = () => {
    const page = frame.current?.contentDocument ?? null;
    const app = page?.getElementById('app') ?? null;
    if (page === null || app === null) throw new Error('the preview has no page');
    page.documentElement.lang = document.documentElement.lang;
    page.title = title;
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
      page.head.append(page.importNode(style, true));
    }
    setRoot(app);
  };
  return (
    <iframe
      ref={frame}
      class="panel-frame"
      title={title}
      srcdoc={EMPTY_PAGE}
      // With the styles of all that the panel can show.
      onLoad={() => void loadPanelRest().then(fill)}
    />
  );
}
