import { type Signal, signal } from '@preact/signals';
import type { ManagedSettings } from '../../../contract/settings/managed-settings.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../../contract/settings/settings.ts';
import type { FormState } from './form-state.ts';
import type { OptionsBrowser } from './options-browser.ts';
import type { FormName, ManagedField, OptionsView } from './options-view.ts';

/** The settings in force, and the state of each form that changes them. */
export class SettingsModel {
  readonly settings: Signal<Settings> = signal(DEFAULT_SETTINGS);
  /** Fields that an administrator has set. */
  readonly managed: Signal<readonly ManagedField[]> = signal([]);
  /** Grows when other settings are loaded: the forms then start again. */
  readonly revision = signal(0);
  readonly forms: Signal<OptionsView['forms']> = signal({
    agent: 'untouched',
    phone: 'untouched',
    softphone: 'untouched',
    advanced: 'untouched',
    turn: 'untouched',
    listening: 'untouched',
    keys: 'untouched',
  });
  readonly #browser: OptionsBrowser;
  readonly #notifyHost: () => void;

  /** `notifyHost` makes the phone host load the settings and connect again. */
  constructor(browser: OptionsBrowser, notifyHost: () => void) {
    this.#browser = browser;
    this.#notifyHost = notifyHost;
  }

  async load(): Promise<void> {
    this.settings.value = await this.#browser.loadSettings();
    this.managed.value = fieldsOf(await this.#browser.loadManagedSettings());
  }

  /** After another agent has signed in. */
  async loadOfAnotherAgent(): Promise<void> {
    await this.load();
    this.startAgain();
    this.#notifyHost();
  }

  /** The forms show the settings that something else has changed. */
  startAgain(): void {
    this.revision.value += 1;
  }

  async save(form: FormName, patch: Partial<Settings>): Promise<void> {
    this.setForm(form, 'saving');
    try {
      await this.#browser.saveSettings(patch);
      this.settings.value = await this.#browser.loadSettings();
      this.setForm(form, 'saved');
      this.#notifyHost();
    } catch (error) {
      console.error('options: could not be saved', error);
      this.setForm(form, 'failed');
    }
  }

  /** The settings are the same, but something that the phone needs with them has changed. */
  notifyHost(): void {
    this.#notifyHost();
  }

  setForm(form: FormName, state: FormState): void {
    this.forms.value = { ...this.forms.value, [form]: state };
  }
}

function fieldsOf({ prescribed }: ManagedSettings): readonly ManagedField[] {
  return Object.keys(prescribed).filter((name): name is keyof Settings =>
    Object.hasOwn(settingsSchema.entries, name),
  );
}
