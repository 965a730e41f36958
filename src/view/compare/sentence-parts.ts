/** The parts of a sentence for scripts of pages, which may not bring the words of all rules along. */
export { count, counted, type SentencePart, sentenceParts } from '../../diff/net.ts';
