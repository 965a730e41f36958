/** What the pages do beyond what HTML does on its own. Every page reads and works without it. */
import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startFilters } from './filter.ts';
import { startReference } from './reference/start-reference.ts';
import { startTarget } from './target.ts';
import { startThemeButton } from './theme.ts';

startThemeButton();
startReference();
startTarget();
startFilters();
startExpandButtons();
startCopyButtons();
