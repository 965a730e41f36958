/** The script of every page. Pages are complete and readable without it. */
import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startKeys } from './keys.ts';
import { startListFilters } from './list-filter.ts';
import { startMarkdown } from './markdown.ts';
import { startMine } from './mine/mine.ts';
import { startNearest } from './nearest.ts';
import { startSearch } from './open-search.ts';
import { startPlaceLinks } from './place-links.ts';
import { startReference } from './reference/start-reference.ts';
import { startRows } from './rows/rows.ts';
import { startTarget } from './target.ts';
import { startTheme } from './theme.ts';

startTheme();
startReference();
startTarget();
startMine();
startRows();
startListFilters();
startNearest();
startExpandButtons();
startCopyButtons();
startMarkdown();
startPlaceLinks();
startSearch();
startKeys();
