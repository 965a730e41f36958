/** The script of the search, loaded at its first use. It runs in the page, and again in the worker that the page starts. */
import { startPage } from './page.ts';
import { startWorker } from './worker.ts';

if (typeof document === 'undefined') startWorker();
else startPage();
