/** Files as code scanning and annotations name them: relative to the checkout, where they are in it. */
import { isAbsolute, relative, sep } from 'node:path';

/** The path from the working folder, with slashes; a file outside of it keeps its name. */
export function checkoutPath(file: string, folder: string = process.cwd()): string {
  if (!isAbsolute(file)) return file.replaceAll('\\', '/').replace(/^\.\//, '');
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? file : inside.split(sep).join('/');
}
