/** What the pages do beyond what HTML does on its own. Every page reads and works without it. */
import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startFeedPicker } from './feed-picker.ts';
import { startFilters } from './filter.ts';
import { startKeys } from './keys.ts';
import { startListFilters } from './list-filter.ts';
import { startMarkdown } from './markdown.ts';
import { startNearest } from './nearest.ts';
import { startSearch } from './open-search.ts';
import { startRows } from './rows.ts';
import { startTarget } from './target.ts';
import { startTheme } from './theme.ts';

startTheme();
startTarget();
startFilters();
startRows();
startListFilters();
startNearest();
startExpandButtons();
startCopyButtons();
startMarkdown();
startSearch();
startKeys();
startFeedPicker();
