import { expect, test } from 'vitest';
import { settingsSchema } from '../../contract/settings/settings.ts';
import { managedSchema } from '../../tools/managed-schema.ts';

test('an administrator can prescribe exactly what an agent can set, with a description of each', () => {
  const { properties } = managedSchema();
  expect(Object.keys(properties).sort()).toEqual(Object.keys(settingsSchema.entries).sort());
  expect(properties).toMatchObject({
    notReadyAnswer: { type: 'string', enum: ['480', '486', '603', 'ring'] },
    keepNotesDays: { type: 'integer', description: expect.stringContaining('Days') },
  });
});
