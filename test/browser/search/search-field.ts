/** The field of search and its results on a page, for tests that search. */
import type { Page } from 'playwright-core';
import { open } from '../chromium.ts';

/** Opens a page. What does not come within seconds does not come. */
export const openSoon: typeof open = async (...asked) => {
  const opened = await open(...asked);
  opened.page.setDefaultTimeout(8_000);
  return opened;
};

/** The field, by its name for a screen reader. */
export const field = (page: Page) => page.getByRole('combobox', { name: /^Search/ });

/** All rows, also those that lead on. */
export const options = (page: Page) => page.locator('[role=option]');
