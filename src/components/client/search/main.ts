/** Search, loaded when somebody asks for it. The same script runs in the page and in the worker that the page starts. */
import { startPage } from './page.ts';
import { startWorker } from './worker.ts';

if (typeof document === 'undefined') startWorker();
else startPage();
