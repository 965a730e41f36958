/** The parts of a sentence, for scripts of pages. Importing them from here leaves out the texts of all rules. */
export { count, counted, type SentencePart, sentenceParts } from '../../diff/net.ts';
