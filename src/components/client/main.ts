/** What the pages do beyond what HTML does on its own. Every page reads and works without it. */
import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startFeedPicker } from './feed-picker.ts';
import { startFilters } from './filter.ts';
import { startTarget } from './target.ts';
import { startThemeButton } from './theme.ts';

startThemeButton();
startTarget();
startFilters();
startExpandButtons();
startCopyButtons();
startFeedPicker();
