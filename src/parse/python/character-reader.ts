/** A position in a text, and what stands there: names, white space and single characters, up to an end. */
import { isNamePart, isSpace } from './characters.ts';

export class CharacterReader {
  readonly text: string;
  readonly end: number;
  at: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Reads the rest of a name. */
  readName(): string {
    const start = this.at;
    while (isNamePart(this.code())) this.at++;
    return this.text.slice(start, this.at);
  }

  skipSpace(): void {
    while (isSpace(this.code())) this.at++;
  }

  /** The code of a character; -1 behind the end. */
  code(at = this.at): number {
    return at < this.end ? this.text.charCodeAt(at) : -1;
  }

  /** Whether a text stands at a place, whole before the end. */
  startsWith(part: string, at: number): boolean {
    return this.text.startsWith(part, at) && at + part.length <= this.end;
  }
}
