/** The popup that copies a field. A page has one, and it follows the pointer or the keyboard. */
import { anchorParts } from '../../../view/site/anchor-path.ts';

/** Offers to copy a field's link, name, path, JMESPath and command-line flag. */
export function startFieldCopy(): void {
  // Browsers give a clipboard only to pages from https or from this machine.
  if (navigator.clipboard === undefined || !('popover' in HTMLElement.prototype)) return;
  if (document.querySelector('.fields > li') === null) return;
  const popover = document.createElement('div');
  popover.className = 'field-copy';
  popover.id = 'field-copy';
  popover.popover = 'auto';
  document.body.append(popover);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'field-copy-open';
  button.textContent = 'copy';
  button.popoverTargetElement = popover;
  let field: HTMLElement | null = null;
  const offer = ({ target }: Event): void => {
    const head = target instanceof Element ? target.closest<HTMLElement>('.fields > li > p:first-child') : null;
    if (head === null || head.contains(button) || popover.matches(':popover-open')) return;
    field = head.closest<HTMLElement>('.fields > li');
    button.setAttribute('aria-label', `Copy ${head.querySelector('a')?.textContent ?? 'the field'} as`);
    head.querySelector('a')?.after(button);
  };
  document.addEventListener('pointerover', offer);
  document.addEventListener('focusin', offer);
  popover.addEventListener('beforetoggle', () => {
    if (field === null) return;
    popover.replaceChildren(...rowsOf(field).map(([label, text]) => rowOf(label, text)));
    const { left, bottom } = button.getBoundingClientRect();
    popover.style.setProperty('--left', `${Math.max(0, Math.min(left, innerWidth - 340))}px`);
    popover.style.setProperty('--top', `${Math.min(bottom, innerHeight - 200)}px`);
  });
}

function rowsOf(field: HTMLElement): readonly (readonly [string, string])[] {
  const { root, path, jmesPath } = anchorParts(field.id);
  const isFlag = root === 'request' && /^\w+$/.test(path);
  return [
    ['Link', `${location.origin}${location.pathname}#${field.id}`],
    ['Name', field.querySelector('a')?.textContent?.trim() ?? ''],
    ['Path', path],
    ['JMESPath', jmesPath],
    ...(isFlag && document.querySelector('.code-tabs [value=cli]') !== null ? ([['CLI', flagOf(path)]] as const) : []),
  ];
}

/** The command-line flag, made from words with capital letters in the same way as botocore does. */
function flagOf(name: string): string {
  return `--${name
    .replace(/(?<![A-Z])[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()}`;
}

function rowOf(label: string, text: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  const name = document.createElement('b');
  name.textContent = label;
  const code = document.createElement('code');
  code.textContent = text;
  button.append(name, ' ', code);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      name.textContent = 'Copied';
    } catch {
      name.textContent = 'Not allowed';
    }
    setTimeout(() => {
      name.textContent = label;
    }, 1600);
  });
  return button;
}
