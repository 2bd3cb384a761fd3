import { expect, test } from 'vitest';
import { panelStory } from './panel-story.ts';

test('what is typed before the readings are loaded is found once they are', async () => {
  const story = await panelStory();
  const found = () => {
    const { overlay } = story.view;
    return overlay.kind === 'palette' ? overlay.results.map(({ situation }) => situation) : null;
  };
  const opened = story.act({ do: 'overlay', open: 'palette' });
  const searched = story.act({ do: 'search-scripts', query: 'wsdh' });
  expect(found()).toEqual([]);
  await Promise.all([opened, searched]);
  expect(found()?.[0]).toBe('silent-caller');
  await story.quit();
});
