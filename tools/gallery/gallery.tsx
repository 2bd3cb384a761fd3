import { render } from 'preact';
import { useState } from 'preact/hooks';
import '../../components/base.css';
import './gallery.css';
import { setLocale } from './i18n.ts';
import { asked as actions, STATES } from './states/index.ts';

/** `?state=ringing-1&locale=en` shows one state, `?names` lists them; without either, all. */
const asked = new URLSearchParams(location.search);
const app = document.querySelector('#app');
if (app === null) throw new Error('No #app');
const root = app;

/** Renders a state anew in the loaded page, which is much faster than a reload. */
function flip(name: string | null, locale: string): void {
  const state = STATES.find((known) => known.name === name);
  if (state === undefined) throw new Error(`No state ${name}`);
  setLocale(locale);
  document.documentElement.lang = locale.replace('_', '-');
  actions.length = 0;
  render(null, root);
  render(<state.Show />, root);
}

Object.assign(globalThis, { galleryActions: actions, galleryFlip: flip });
if (asked.has('state')) flip(asked.get('state'), asked.get('locale') ?? 'zh_CN');
else render(asked.has('names') ? <Names /> : <Gallery />, root);

function Names() {
  return (
    <ul>
      {STATES.map(({ name, wide }) => (
        <li key={name} data-wide={wide}>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Gallery() {
  const [width, setWidth] = useState(380);
  return (
    <main class="gallery">
      <header>
        {[320, 380, 560].map((choice) => (
          <button key={choice} type="button" onClick={() => setWidth(choice)}>
            {choice} px
          </button>
        ))}
      </header>
      <div class="gallery__states">
        {STATES.map(({ name, wide }) => (
          <figure key={name}>
            <figcaption>{name}</figcaption>
            <iframe title={name} src={`?state=${name}`} width={wide ? 760 : width} height={720} />
          </figure>
        ))}
      </div>
    </main>
  );
}
