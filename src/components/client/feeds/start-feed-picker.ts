/** The script of the page of feeds alone. */
import { startFeedPicker } from './feed-picker.ts';

startFeedPicker();
