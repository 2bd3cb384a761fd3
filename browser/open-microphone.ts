import type { Settings } from '../contract/settings/settings.ts';

export type MicrophoneChoice = Readonly<
  Pick<Settings, 'microphone' | 'echoCancellation' | 'noiseSuppression' | 'autoGainControl'>
>;

export type OpenMicrophone = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/** The chosen one is not connected, or another program holds it. */
const NOT_USABLE = ['NotFoundError', 'NotReadableError', 'OverconstrainedError'];

/**
 * Opens the chosen microphone, or the system's default where that one cannot be used: a call goes
 * on all the same. Chromium passes over an id that is only `ideal`.
 */
export async function openMicrophone(open: OpenMicrophone, choice: MicrophoneChoice): Promise<MediaStream> {
  const { microphone, ...processing } = pick(choice);
  if (microphone === '') return await open({ audio: processing });
  try {
    return await open({ audio: { ...processing, deviceId: { exact: microphone } } });
  } catch (error) {
    if (!NOT_USABLE.includes(errorName(error))) throw error;
    return await open({ audio: processing });
  }
}

/** Another window may have opened the microphone, so the error may be of that window's class. */
export function errorName(error: unknown): string {
  return error instanceof Object && 'name' in error ? String(error.name) : '';
}

function pick(choice: MicrophoneChoice): MicrophoneChoice {
  const { microphone, echoCancellation, noiseSuppression, autoGainControl } = choice;
  return { microphone, echoCancellation, noiseSuppression, autoGainControl };
}
