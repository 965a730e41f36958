/** Paths for code scanning and annotations: relative to the checkout, if the file is in it. */
import { isAbsolute, relative, sep } from 'node:path';

/** The path from the working folder, with slashes; a file outside of it keeps its path. */
export function checkoutPath(file: string, folder: string = process.cwd()): string {
  if (!isAbsolute(file)) return file.replaceAll('\\', '/').replace(/^\.\//, '');
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? file : inside.split(sep).join('/');
}
