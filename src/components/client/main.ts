/** What the pages do beyond what HTML does on its own. Every page reads and works without it. */
import { startCodeChoice } from './code-choice.ts';
import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startFieldCopy } from './field-copy.ts';
import { startFieldFilter } from './field-filter.ts';
import { startFilters } from './filter.ts';
import { startTarget } from './target.ts';
import { startThemeButton } from './theme.ts';
import { startValueFilters } from './value-filter.ts';

startThemeButton();
startCodeChoice();
startTarget();
startFilters();
startFieldFilter();
startFieldCopy();
startValueFilters();
startExpandButtons();
startCopyButtons();
