/** What the pages do beyond what HTML does on its own. Every page reads and works without it. */

import { startCopyButtons } from './copy.ts';
import { startExpandButtons } from './expand.ts';
import { startFilters } from './filter.ts';
import { startCodeChoice } from './reference/code-choice.ts';
import { startFieldCopy } from './reference/field-copy.ts';
import { startFieldFilter } from './reference/field-filter.ts';
import { startValueFilters } from './reference/value-filter.ts';
import { startTarget } from './target.ts';
import { startThemeButton } from './theme.ts';

startThemeButton();
startCodeChoice();
startTarget();
startFilters();
startFieldFilter();
startFieldCopy();
startValueFilters();
startExpandButtons();
startCopyButtons();
