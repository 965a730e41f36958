/** The script of the page of followed services alone. */
import { startMinePage } from './mine-page.ts';

startMinePage();
